package cn.jianfu.web.intake;

import cn.jianfu.web.problem.JsonProblems;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Reads the attributes of an event in its JSON format; the data stay bytes. */
final class EventReader {

  private final JsonMapper json;

  /** Duplicates among attributes are found here, those in the data when they are bound. */
  EventReader(JsonFactory limits) {
    var factory = limits.rebuild().disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    this.json = JsonMapper.builder(factory).build();
  }

  ReadEvent read(Frame.Whole frame) {
    var envelope = new Envelope();
    try (var parser = parser(frame.body())) {
      var data = read(parser, envelope, frame);
      var event = envelope.event(frame.index(), data);
      return event == null ? envelope.bad(frame.index()) : new ReadEvent.Good(event);
    } catch (JacksonException e) {
      return envelope.bad(frame.index(), JsonProblems.of(e));
    }
  }

  private JsonParser parser(Slice body) {
    return json.createParser(body.bytes, body.offset, body.length);
  }

  private static EventData read(JsonParser parser, Envelope envelope, Frame.Whole frame) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw wrongType(parser);
    }
    EventData data = null;
    for (var name = parser.nextName(); name != null; name = parser.nextName()) {
      if (name.equals("data")) {
        data = data(parser, envelope, frame, data);
      } else {
        attribute(parser, envelope, name);
      }
    }
    if (parser.nextToken() != null) {
      throw wrongType(parser);
    }
    return data == null ? EventData.NONE : data;
  }

  private static EventData data(
      JsonParser parser, Envelope envelope, Frame.Whole frame, @Nullable EventData before) {
    if (before != null) {
      envelope.wrong("data", "duplicate-field", Map.of());
    }
    parser.nextToken();
    int start = (int) parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    parser.finishToken();
    int end = (int) parser.currentLocation().getByteOffset();
    return new EventData(new Slice(frame.body().bytes, frame.body().offset + start, end - start));
  }

  private static void attribute(JsonParser parser, Envelope envelope, String name) {
    switch (parser.nextToken()) {
      case VALUE_STRING -> envelope.attribute(name, parser.getString());
      case VALUE_NULL -> {}
      case VALUE_NUMBER_INT, VALUE_TRUE, VALUE_FALSE -> scalar(parser, envelope, name);
      default -> {
        parser.skipChildren();
        envelope.wrong(name, "wrong-type", Map.of("wanted", "text"));
      }
    }
  }

  /** Only extensions may be numbers or booleans. */
  private static void scalar(JsonParser parser, Envelope envelope, String name) {
    switch (name) {
      case "specversion",
          "id",
          "source",
          "type",
          "subject",
          "time",
          "datacontenttype",
          "dataschema" ->
          envelope.wrong(name, "wrong-type", Map.of("wanted", "text"));
      default -> envelope.attribute(name, parser.getString());
    }
  }

  private static JacksonException wrongType(JsonParser parser) {
    return tools.jackson.databind.exc.MismatchedInputException.from(
        parser, Map.class, "an event is one object");
  }
}
