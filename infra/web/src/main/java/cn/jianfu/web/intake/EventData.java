package cn.jianfu.web.intake;

import cn.jianfu.web.headers.BodyHash;
import cn.jianfu.web.problem.JsonProblems;
import java.security.MessageDigest;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The data of an event: a part of the body, JSON by its brackets, bound when the service does. */
public final class EventData {

  /** What an event without data has. */
  static final EventData NONE = new EventData(Slice.of(new byte[] {'n', 'u', 'l', 'l'}));

  private final Slice json;

  EventData(Slice json) {
    this.json = json;
  }

  /**
   * Binds the data to a type, as strictly as the mapper is.
   *
   * @throws cn.jianfu.web.problem.ProblemException with pointers under {@code /data}
   */
  public <T> T read(JsonMapper mapper, Class<T> type) {
    try {
      T value = mapper.readValue(json.bytes, json.offset, json.length, type);
      if (value == null) {
        throw EventProblems.invalid("/data", "required").toException();
      }
      return value;
    } catch (JacksonException e) {
      throw JsonProblems.of(e).under("/data").toException();
    }
  }

  public byte[] toBytes() {
    return Arrays.copyOfRange(json.bytes, json.offset, json.offset + json.length);
  }

  void update(MessageDigest digest) {
    BodyHash.update(digest, json.bytes, json.offset, json.offset + json.length);
  }
}
