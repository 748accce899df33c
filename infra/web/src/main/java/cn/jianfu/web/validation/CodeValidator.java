package cn.jianfu.web.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks {@link Code}. */
final class CodeValidator implements ConstraintValidator<Code, CharSequence> {

  private Pattern form = Pattern.compile("");
  private int max;

  @Override
  public void initialize(Code wanted) {
    form = Pattern.compile(wanted.value());
    max = wanted.max();
  }

  @Override
  public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
    return value == null || (value.length() <= max && form.matcher(value).matches());
  }
}
