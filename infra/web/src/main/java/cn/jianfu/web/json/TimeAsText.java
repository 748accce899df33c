package cn.jianfu.web.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/**
 * Dates and times are texts; as numbers, in quotes or not, nobody knows whether they count days or
 * milliseconds. They lie in years that a store and a spreadsheet can hold.
 */
final class TimeAsText extends DelegatingDeserializer {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;
  private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?[0-9.]+\\s*");

  TimeAsText(ValueDeserializer<?> deserializer) {
    super(deserializer);
  }

  @Override
  protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
    return new TimeAsText(deserializer);
  }

  @Override
  public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return context.handleUnexpectedToken(handledType(), parser);
    }
    var text = parser.getString();
    var time = NUMBER.matcher(text).matches() ? null : super.deserialize(parser, context);
    return time == null || !isUsual(time)
        ? context.handleWeirdStringValue(handledType(), text, "no usual date or time")
        : time;
  }

  /** What has no year is not ours to judge: a duration, a zone. */
  static boolean isUsual(Object time) {
    return switch (time) {
      case Instant instant -> isUsual(instant.atOffset(ZoneOffset.UTC).getYear());
      case Temporal temporal when temporal.isSupported(ChronoField.YEAR) ->
          isUsual(temporal.get(ChronoField.YEAR));
      default -> true;
    };
  }

  private static boolean isUsual(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }
}
