package cn.jianfu.web.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link PlainText}, and says which of its conditions is broken. */
final class PlainTextValidator implements ConstraintValidator<PlainText, CharSequence> {

  private int max = Integer.MAX_VALUE;
  private boolean lines;

  @Override
  public void initialize(PlainText wanted) {
    max = wanted.max();
    lines = wanted.lines();
  }

  @Override
  public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
    var code = value == null ? null : flawOf(value.toString());
    if (code == null) {
      return true;
    }
    context.disableDefaultConstraintViolation();
    context.buildConstraintViolationWithTemplate("{code." + code + "}").addConstraintViolation();
    return false;
  }

  private @Nullable String flawOf(String text) {
    if (text.isBlank()) {
      return "not-blank";
    }
    if (text.codePointCount(0, text.length()) > max) {
      return "too-long";
    }
    return text.codePoints().allMatch(this::isAllowed) ? null : "control-character";
  }

  private boolean isAllowed(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> lines && (c == '\n' || c == '\r' || c == '\t');
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> lines;
      case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
      // The joiners inside of emoji and some scripts; the rest turns text around or hides it.
      case Character.FORMAT -> c == 0x200C || c == 0x200D;
      default -> true;
    };
  }
}
