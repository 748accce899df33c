package cn.jianfu.web.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One line of text for people: not blank, without control, formatting and broken characters, and
 * not longer than {@link #max} characters (code points). Null is left to {@code @NotNull}.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainTextValidator.class)
public @interface PlainText {

  int max() default 200;

  /** Whether line breaks and tabs are allowed. */
  boolean lines() default false;

  String message() default "{code.control-character}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
