package cn.jianfu.web.json;

import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** What no setting of the mapper refuses. */
final class StrictModule extends SimpleModule {

  StrictModule() {
    super("strict");
    addDeserializer(String.class, new WholeText());
    setDeserializerModifier(new TimesAsText());
  }

  private static final class TimesAsText extends ValueDeserializerModifier {

    @Override
    public ValueDeserializer<?> modifyDeserializer(
        DeserializationConfig config,
        BeanDescription.Supplier type,
        ValueDeserializer<?> deserializer) {
      return deserializer.logicalType() == LogicalType.DateTime
          ? new TimeAsText(deserializer)
          : deserializer;
    }
  }
}
