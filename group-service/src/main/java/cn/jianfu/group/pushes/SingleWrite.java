package cn.jianfu.group.pushes;

import cn.jianfu.web.intake.SentEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;

/**
 * What a request that writes by itself says of itself; only looked into when it is declined.
 *
 * @param source the account that writes
 */
record SingleWrite(String source, ServerWebExchange exchange) implements SentEvent {

  private static final String API = "/api/v1/";
  private static final Pattern KIND = Pattern.compile(API + "([a-z-]+)/");
  private static final Pattern GROUP = Pattern.compile(API + "groups/([^/]+/[^/]+/[^/]+)(?=/|$)");

  @Override
  public @Nullable String id() {
    return null;
  }

  /** Method and resource. */
  @Override
  public @Nullable String type() {
    String resource = resource();
    return resource == null ? null : exchange.getRequest().getMethod() + " " + resource;
  }

  @Override
  public @Nullable String subject() {
    return first(GROUP);
  }

  @Override
  public @Nullable Instant time() {
    return null;
  }

  /** The fixed words of its address; of an address that there is not the first one. */
  private @Nullable String resource() {
    PathPattern matched = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    String pattern = matched == null ? "" : matched.getPatternString();
    // What no address of the service matches, files that are not there do.
    return pattern.startsWith(API)
        ? Arrays.stream(pattern.substring(API.length()).split("/", -1))
            .filter(part -> !part.startsWith("{"))
            .collect(Collectors.joining("/"))
        : first(KIND);
  }

  private @Nullable String first(Pattern part) {
    Matcher found = part.matcher(exchange.getRequest().getPath().value());
    return found.lookingAt() ? found.group(1) : null;
  }
}
