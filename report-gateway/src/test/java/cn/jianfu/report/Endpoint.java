package cn.jianfu.report;

import cn.jianfu.testkit.Asking;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * One endpoint of the API, and who may use it.
 *
 * @param own an address about the town of the test
 * @param other the same about another town; null when the address names no town
 * @param body valid as far as it goes, so that only the caller is judged
 * @param roles that are let in
 */
record Endpoint(
    HttpMethod method,
    String pattern,
    String own,
    @Nullable String other,
    @Nullable Object body,
    Set<String> roles)
    implements Asking.Door {

  private static final Set<String> OF_GROUP_SERVICE = Set.of("POST /api/v1/rule-trials");

  static Endpoint get(String pattern, Set<String> roles) {
    return new Endpoint(HttpMethod.GET, pattern, pattern, null, null, roles);
  }

  static Endpoint get(String pattern, String own, String other, Set<String> roles) {
    return new Endpoint(HttpMethod.GET, pattern, own, other, null, roles);
  }

  static Endpoint post(String pattern, String own, @Nullable Object body, Set<String> roles) {
    return new Endpoint(HttpMethod.POST, pattern, own, null, body, roles);
  }

  static Endpoint put(String pattern, String own, Object body, Set<String> roles) {
    return new Endpoint(HttpMethod.PUT, pattern, own, null, body, roles);
  }

  /** The same at an address that holds for every town. */
  Endpoint at(String address) {
    return new Endpoint(method, pattern, address, null, body, roles);
  }

  @Override
  public String path() {
    return own;
  }

  @Override
  public MediaType type() {
    return MediaType.APPLICATION_JSON;
  }

  /** The body as it is sent; empty for none. */
  String json() {
    return body == null ? "" : JsonMapper.shared().writeValueAsString(body);
  }

  /** Whether a good request is answered with what group-service says. */
  boolean asksGroupService() {
    return OF_GROUP_SERVICE.contains(route());
  }

  /** As the context names its routes. */
  String route() {
    return method + " " + pattern;
  }

  @Override
  public String toString() {
    return route();
  }
}
