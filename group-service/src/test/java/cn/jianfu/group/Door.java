package cn.jianfu.group;

import cn.jianfu.testkit.Asking;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * One way into the service, with a request that it would take.
 *
 * @param pattern the address as the service maps it
 * @param path an address that exists, of a group in 新店镇
 * @param body what it takes; null for nothing
 * @param required whether a request without a body is refused
 * @param roles that may use it for their own unit
 * @param reach whose people the door is for
 */
record Door(
    HttpMethod method,
    String pattern,
    String path,
    @Nullable String body,
    boolean required,
    MediaType type,
    Set<String> roles,
    Reach reach)
    implements Asking.Door {

  /** Whose people a door is for. */
  enum Reach {
    /** The address names a unit: its people, and those above it. */
    UNIT,
    /** The district's own people. */
    DISTRICT,
    /** Everybody with the role, wherever they are: the door shows nothing of anybody. */
    EVERYWHERE
  }

  static Door of(String method, String pattern, String path, Set<String> roles) {
    return new Door(
        HttpMethod.valueOf(method),
        pattern,
        path,
        null,
        false,
        MediaType.APPLICATION_JSON,
        roles,
        Reach.UNIT);
  }

  Door taking(String json) {
    return new Door(method, pattern, path, json, true, type, roles, reach);
  }

  Door orNothing() {
    return new Door(method, pattern, path, body, false, type, roles, reach);
  }

  Door as(String mediaType) {
    return new Door(
        method, pattern, path, body, required, MediaType.parseMediaType(mediaType), roles, reach);
  }

  Door reaching(Reach other) {
    return new Door(method, pattern, path, body, required, type, roles, other);
  }

  /** Whether it takes one JSON document as its whole body. */
  boolean takesJson() {
    return body != null && type.equals(MediaType.APPLICATION_JSON);
  }

  String key() {
    return method + " " + pattern;
  }

  @Override
  public String toString() {
    return key() + (takesJson() || body == null ? "" : " " + type);
  }
}
