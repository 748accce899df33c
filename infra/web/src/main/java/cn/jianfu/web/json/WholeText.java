package cn.jianfu.web.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Refuses text with half a surrogate pair or with U+0000. JSON can escape them, but no store and no
 * other text encoding can hold them.
 */
final class WholeText extends StdScalarDeserializer<String> {

  WholeText() {
    super(String.class);
  }

  @Override
  public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
    var text = StringDeserializer.instance.deserialize(parser, context);
    if (text != null && isBroken(text)) {
      return (String) context.handleWeirdStringValue(String.class, "", "a broken character");
    }
    return text;
  }

  static boolean isBroken(String text) {
    for (int i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return true;
      }
      if (Character.isHighSurrogate(c)
          && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
        return true;
      }
    }
    return false;
  }
}
