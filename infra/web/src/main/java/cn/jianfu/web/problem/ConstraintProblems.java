package cn.jianfu.web.problem;

import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says which constraints an object breaks, and where. */
public final class ConstraintProblems {

  private static final Pattern CODE = Pattern.compile("\\{code\\.([a-z0-9-]+)}");
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private ConstraintProblems() {}

  public static Problem of(Collection<? extends ConstraintViolation<?>> violations) {
    return Problem.of(WebProblems.INVALID)
        .errors(
            violations.stream()
                .map(found -> of(found, Pointers.of(found.getPropertyPath())))
                .sorted(
                    (a, b) -> String.valueOf(a.pointer()).compareTo(String.valueOf(b.pointer())))
                .toList());
  }

  static FieldProblem of(ConstraintViolation<?> violation, String pointer) {
    return FieldProblem.at(pointer, codeOf(violation), valuesOf(violation));
  }

  /** A constraint names its code in its message, as {@code {code.too-long}}, or by its name. */
  static String codeOf(ConstraintViolation<?> violation) {
    var template = CODE.matcher(String.valueOf(violation.getMessageTemplate()));
    if (template.matches()) {
      return template.group(1);
    }
    var annotation = violation.getConstraintDescriptor().getAnnotation().annotationType();
    return kebab(annotation.getSimpleName());
  }

  static String kebab(String camel) {
    return CAMEL.matcher(camel).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  static Map<String, ?> valuesOf(ConstraintViolation<?> violation) {
    return violation.getConstraintDescriptor().getAttributes().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Number || entry.getValue() instanceof String)
        .filter(entry -> !entry.getKey().equals("message"))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
