package cn.jianfu.web.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Dates and times are texts; as numbers nobody knows whether they count days or milliseconds. */
final class TimeAsText extends DelegatingDeserializer {

  TimeAsText(ValueDeserializer<?> deserializer) {
    super(deserializer);
  }

  @Override
  protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
    return new TimeAsText(deserializer);
  }

  @Override
  public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
    return parser.hasToken(JsonToken.VALUE_STRING)
        ? super.deserialize(parser, context)
        : context.handleUnexpectedToken(handledType(), parser);
  }
}
