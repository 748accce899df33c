package cn.jianfu.web.intake;

import cn.jianfu.web.problem.Problems;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes the answers of one request, as a JSON array or as lines. Used by one thread at a time. */
final class AnswerWriter {

  /** Which form the answers have. */
  enum Form {
    ARRAY,
    LINES;

    MediaType type() {
      return this == ARRAY ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_NDJSON;
    }
  }

  private final JsonMapper json;
  private final Problems problems;
  private final @Nullable Locale locale;
  private final Form form;
  private boolean first = true;

  AnswerWriter(JsonMapper json, Problems problems, @Nullable Locale locale, Form form) {
    this.json = json;
    this.problems = problems;
    this.locale = locale;
    this.form = form;
  }

  byte[] chunk(List<ReadEvent> events, List<IntakeAnswer> answers, Frame.@Nullable Broken stop) {
    var out = new ByteArrayOutputStream(64 + events.size() * 96);
    for (int i = 0; i < events.size(); i++) {
      var event = events.get(i);
      item(out, event.index(), event.id(), event.source(), answers.get(i));
    }
    if (stop != null) {
      item(out, stop.index(), null, null, IntakeAnswer.declined(stop.why()));
    }
    return out.toByteArray();
  }

  byte[] end() {
    return form == Form.LINES ? new byte[0] : first ? new byte[] {'[', ']'} : new byte[] {']'};
  }

  byte[] single(ReadEvent event, IntakeAnswer answer) {
    var out = new ByteArrayOutputStream();
    try (var generator = json.createGenerator(out)) {
      write(generator, event.index(), event.id(), event.source(), answer);
    }
    return out.toByteArray();
  }

  private void item(
      ByteArrayOutputStream out,
      int index,
      @Nullable String id,
      @Nullable String source,
      IntakeAnswer answer) {
    if (form == Form.ARRAY) {
      out.write(first ? '[' : ',');
    }
    first = false;
    try (var generator = json.createGenerator(out)) {
      write(generator, index, id, source, answer);
    }
    if (form == Form.LINES) {
      out.write('\n');
    }
  }

  private void write(
      JsonGenerator generator,
      int index,
      @Nullable String id,
      @Nullable String source,
      IntakeAnswer answer) {
    generator.writeStartObject();
    generator.writeNumberProperty("index", index);
    if (id != null) {
      generator.writeStringProperty("id", id);
    }
    if (source != null) {
      generator.writeStringProperty("source", source);
    }
    generator.writeStringProperty("status", statusOf(answer));
    if (answer instanceof IntakeAnswer.Declined declined) {
      generator.writePOJOProperty("problem", problems.inWords(declined.why(), locale));
    }
    generator.writeEndObject();
  }

  private static String statusOf(IntakeAnswer answer) {
    return switch (answer) {
      case IntakeAnswer.Accepted _ -> "accepted";
      case IntakeAnswer.Unchanged _ -> "unchanged";
      case IntakeAnswer.Declined _ -> "declined";
    };
  }
}
