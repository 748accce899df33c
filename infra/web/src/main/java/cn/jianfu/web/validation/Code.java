package cn.jianfu.web.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A code of a fixed form, such as {@code [0-9]{12}}. Longer values are refused before the pattern
 * is tried. Null is left to {@code @NotNull}.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CodeValidator.class)
public @interface Code {

  /** Regular expression that the whole value matches. */
  String value();

  int max() default 100;

  String message() default "{code.not-a-code}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
