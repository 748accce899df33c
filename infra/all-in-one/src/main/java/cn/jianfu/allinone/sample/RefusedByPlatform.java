package cn.jianfu.allinone.sample;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** The platform answered a request with an error. */
public final class RefusedByPlatform extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

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
  }

  public int status() {
    return status;
  }
}
