package cn.jianfu.messaging;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude.Value;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of event bodies: ISO dates, nulls left out, what is not known is skipped. */
public final class EventJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .changeDefaultPropertyInclusion(_ -> Value.construct(Include.NON_NULL, Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // A field that an older writer did not know yet is absent, not wrong.
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private EventJson() {}

  public static String write(Object payload) {
    return MAPPER.writeValueAsString(payload);
  }

  /**
   * The record with this body.
   *
   * @throws JacksonException when the body is not JSON of that record
   */
  public static <T> T read(byte[] body, Class<T> type) {
    return MAPPER.readValue(body, type);
  }
}
