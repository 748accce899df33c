package cn.jianfu.allinone.sample;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** The platform answered a request with an error. */
public final class RefusedByPlatform extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String retryAfter;
  private final String body;

  RefusedByPlatform(HttpRequest request, HttpResponse<byte[]> response) {
    super(
        request.method()
            + " "
            + request.uri()
            + " -> "
            + response.statusCode()
            + " "
            + new String(response.body(), StandardCharsets.UTF_8));
    this.status = response.statusCode();
    this.retryAfter = response.headers().firstValue("Retry-After").orElse("");
    this.body = new String(response.body(), StandardCharsets.UTF_8);
  }

  public int status() {
    return status;
  }

  /** Seconds after which to try again; empty when the platform does not say. */
  public String retryAfter() {
    return retryAfter;
  }

  /** The problem, as JSON. */
  public String body() {
    return body;
  }
}
