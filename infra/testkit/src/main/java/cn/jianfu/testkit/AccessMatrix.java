package cn.jianfu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Roles × doors × own or another unit: who gets in, and who hears 403, or 404, and nothing else.
 *
 * <p>A door that lets somebody in may answer anything but 401 and 403; the body need not be valid.
 */
public final class AccessMatrix {

  /**
   * An endpoint, with the unit whose data it touches.
   *
   * @param body JSON to send; null for none
   */
  public record Door(HttpMethod method, String path, @Nullable String body, Set<String> roles) {

    /** A door that these roles may use, each for its own unit and what is below it. */
    public static Door of(HttpMethod method, String path, String... roles) {
      return new Door(method, path, null, Set.of(roles));
    }

    public Door sending(String json) {
      return new Door(method, path, json, roles);
    }
  }

  private final WebTestClient http;
  private final TestTokens tokens;
  private final List<String> allRoles;
  private final List<String> wrong = new ArrayList<>();

  public AccessMatrix(WebTestClient http, TestTokens tokens, List<String> allRoles) {
    this.http = http;
    this.tokens = tokens;
    this.allRoles = List.copyOf(allRoles);
  }

  /**
   * Tries the door with each role, from a unit that it concerns and from one that it does not.
   *
   * @param inside a unit whose people may use the door, if their role allows
   * @param outside a unit whose people may not
   * @param secrets what no refusal may mention
   */
  public AccessMatrix check(Door door, String inside, String outside, String... secrets) {
    return check(door, inside, outside, 403, secrets);
  }

  /**
   * The same for a door to something that whoever may use it elsewhere must not know of: there it
   * is as if it were not.
   */
  public AccessMatrix checkHidden(Door door, String inside, String outside, String... secrets) {
    return check(door, inside, outside, 404, secrets);
  }

  private AccessMatrix check(
      Door door, String inside, String outside, int elsewhere, String... secrets) {
    expect(door, null, 401, "nobody", secrets);
    for (var role : allRoles) {
      var allowed = door.roles().contains(role);
      expect(door, tokens.bearer(role, inside), allowed ? 0 : 403, role + " inside", secrets);
      expect(
          door,
          tokens.bearer(role, outside),
          allowed ? elsewhere : 403,
          role + " outside",
          secrets);
    }
    return this;
  }

  /** Fails with everything that was not as it should be. */
  public void assertHolds() {
    assertThat(wrong).as("access").isEmpty();
  }

  private void expect(
      Door door, @Nullable String token, int wanted, String who, String... secrets) {
    var result = ask(door, token);
    int status = result.getStatus().value();
    var refused = status == 401 || status == 403;
    if (wanted == 0 ? refused : status != wanted) {
      wrong.add("%s %s: %s got %d".formatted(door.method(), door.path(), who, status));
    }
    var body = result.getResponseBody();
    for (var secret : secrets) {
      if ((refused || wanted == status) && body != null && body.contains(secret)) {
        wrong.add("%s %s: %s heard of %s".formatted(door.method(), door.path(), who, secret));
      }
    }
  }

  private org.springframework.test.web.reactive.server.EntityExchangeResult<String> ask(
      Door door, @Nullable String token) {
    var request = http.method(door.method()).uri(door.path());
    if (token != null) {
      request.header(HttpHeaders.AUTHORIZATION, token);
    }
    if (door.body() != null) {
      request.contentType(MediaType.APPLICATION_JSON).bodyValue(door.body());
    }
    return request.exchange().expectBody(String.class).returnResult();
  }
}
