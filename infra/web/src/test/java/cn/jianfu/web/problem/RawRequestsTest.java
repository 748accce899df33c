package cn.jianfu.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.testkit.TestTokens;
import cn.jianfu.web.sample.SampleTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that no client library would send. */
@SampleTest
class RawRequestsTest {

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/parcels/%zz HTTP/1.1",
        "GET /api/v1/parcels/% HTTP/1.1",
        "GET /api/v1/parcels/%ff%fe HTTP/1.1",
        "GET /api/v1/parcels/%00 HTTP/1.1",
        "GET /api/v1/parcels/%2e%2e%2f%2e%2e%2fetc HTTP/1.1",
        "GET /api/v1/parcels/a;b=c HTTP/1.1",
        "GET /api/v1/parcels?limit=%zz HTTP/1.1",
        "GET /api/v1/parcels?cursor=%ff HTTP/1.1",
        "GET /api/v1/parcels?%=1&&&== HTTP/1.1",
        "GET /api/v1/parcels?a=b c HTTP/1.1",
        "GET //api//v1//parcels HTTP/1.1",
        "GET /api/v1/../../parcels HTTP/1.1",
        "GET api HTTP/1.1",
        "GET /api/v1/<>\"{}|^` HTTP/1.1",
        "BREW /api/v1/parcels HTTP/1.1",
        "TRACE /api/v1/parcels HTTP/1.1",
        "GET /api/v1/parcels/\u00e4 HTTP/1.1",
        "GET /api/v1/parcels HTTP/9.9",
        "nonsense"
      })
  void oddRequestLinesAreNeverAFaultOfOurs(String line) throws IOException {
    assertThat(statusOf(line, "")).as(line).isLessThan(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept: */*;q=oops",
        "Accept: nonsense",
        "Accept-Language: \u0000",
        "Content-Type: nonsense",
        "Content-Type: application/json; charset=none",
        "Content-Type: application/json; charset=\"",
        "Content-Length: -1",
        "Content-Length: x",
        "Transfer-Encoding: nonsense",
        "If-Match: \u00ff",
        "Origin: nonsense",
        "traceparent: nonsense",
        "X-Forwarded-For: <script>",
        "Range: bytes=x"
      })
  void oddHeadersAreNeverAFaultOfOurs(String header) throws IOException {
    for (var path :
        new String[] {"GET /api/v1/parcels", "POST /api/v1/parcels", "POST /api/v1/events"}) {
      assertThat(statusOf(path + " HTTP/1.1", header + "\r\n")).as(path).isLessThan(500);
    }
  }

  /** 0 when the server hangs up without an answer, which is its right. */
  private int statusOf(String line, String headers) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      var request =
          line
              + "\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
              + TestTokens.shared().bearer("sender", "10")
              + "\r\n"
              + headers
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.startsWith("HTTP/") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }
  }
}
