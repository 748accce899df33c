package cn.jianfu.web.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Puts problems into words, in Chinese unless English is asked for. */
public final class Problems {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");

  private final MessageSource texts;

  Problems(MessageSource texts) {
    this.texts = texts;
  }

  public ProblemBody inWords(Problem problem, @Nullable Locale asked) {
    var locale = languageOf(asked);
    var name = problem.type().name();
    return new ProblemBody(
        problem.type().urn(),
        text(name + ".title", problem.values(), locale, name),
        problem.type().status(),
        text(name + ".detail", problem.values(), locale, ""),
        null,
        problem.errors().stream().map(error -> inWords(error, locale)).toList());
  }

  /** The text of a code, as it stands in {@code errors} and in reports about rows. */
  public String message(String code, Map<String, ?> values, @Nullable Locale asked) {
    return text("code." + code, values, languageOf(asked), code);
  }

  /** Which of these have no text in one of the languages; a service's test asserts none. */
  public List<String> withoutText(List<ProblemType> types) {
    return types.stream()
        .map(type -> type.name() + ".title")
        .filter(key -> !hasText(key, Locale.CHINESE) || !hasText(key, Locale.ENGLISH))
        .toList();
  }

  static Locale languageOf(@Nullable Locale asked) {
    return asked != null && asked.getLanguage().equals("en") ? Locale.ENGLISH : Locale.CHINESE;
  }

  private ProblemBody.FieldError inWords(FieldProblem error, Locale locale) {
    var message = text("code." + error.code(), error.values(), locale, error.code());
    return new ProblemBody.FieldError(error.pointer(), error.parameter(), error.code(), message);
  }

  private boolean hasText(String key, Locale locale) {
    return texts.getMessage(key, null, null, locale) != null;
  }

  private String text(String key, Map<String, ?> values, Locale locale, String otherwise) {
    var text = texts.getMessage(key, null, otherwise, locale);
    if (text == null || values.isEmpty()) {
      return text == null ? otherwise : text;
    }
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(valueOf(found.group(1), values)));
  }

  private static String valueOf(String name, Map<String, ?> values) {
    var value = values.get(name);
    return value == null ? "{" + name + "}" : value.toString();
  }
}
