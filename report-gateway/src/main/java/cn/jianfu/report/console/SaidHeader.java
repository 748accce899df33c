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

  private final MessageSource texts = ConsoleTemplates.texts();
  private final JsonMapper json =
      JsonMapper.builder(JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build())
          .build();

  Map<String, String> of(Verdict verdict, Handled handled, Locale locale) {
    var key = handled.refused() == 0 ? "judge.done." + verdict.key() : "judge.partly";
    var text =
        texts.getMessage(
            key,
            new Object[] {handled.rows().size() - handled.refused(), handled.refused()},
            locale);
    var events = Map.of("jianfu:handled", true, "jianfu:said", Map.of("value", text));
    return Map.of("HX-Reswap", "none", "HX-Trigger-After-Settle", json.writeValueAsString(events));
  }
}
