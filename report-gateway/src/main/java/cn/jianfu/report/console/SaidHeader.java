package cn.jianfu.report.console;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells the page, after its rows were replaced, what to announce; headers hold ASCII only. */
@Component
class SaidHeader {

  private static final String SAID = "jianfu:said";
  private static final String AFTER = "HX-Trigger-After-Settle";

  private final MessageSource texts = ConsoleTemplates.texts();
  private final JsonMapper json =
      JsonMapper.builder(JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build())
          .build();

  Map<String, String> of(Verdict verdict, Handled handled, Locale locale) {
    var key = handled.refused() == 0 ? "judge.done." + verdict.key() : "judge.partly";
    var arguments = new Object[] {handled.rows().size() - handled.refused(), handled.refused()};
    var events =
        Map.of("jianfu:handled", true, SAID, Map.of("value", text(key, locale, arguments)));
    return Map.of("HX-Reswap", "none", AFTER, json.writeValueAsString(events));
  }

  /** A text that is announced, while the answer goes where the page wants it. */
  Map<String, String> of(String text) {
    return Map.of(AFTER, json.writeValueAsString(Map.of(SAID, Map.of("value", text))));
  }

  String text(String key, Locale locale, Object... arguments) {
    return texts.getMessage(key, arguments, locale);
  }
}
