package cn.jianfu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Where the issuer is asked to send the browser back to. */
class BehindAProxyTest {

  private static final Pattern BACK =
      Pattern.compile("(?im)^location: .*[?&]redirect_uri=([^&\r]+)");
  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();

  private static ConfigurableApplicationContext behindAProxy;

  @BeforeAll
  static void start() {
    behindAProxy = GATEWAY.start(Map.of("server.forward-headers-strategy", "native"));
  }

  @AfterAll
  static void stop() {
    behindAProxy.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: jianfu.example.cn\r\nX-Forwarded-Proto: https",
        "Host: gateway:8080\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: jianfu.example.cn",
        "Host: gateway:8080\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: jianfu.example.cn\r\n"
            + "X-Forwarded-Port: 443\r\nX-Forwarded-For: 203.0.113.7"
      })
  void theLoginLeadsBackToTheAddressThatTheBrowserHas(String headers) throws IOException {
    assertThat(backTo(behindAProxy, headers))
        .isEqualTo(URI.create("https://jianfu.example.cn/login/oauth2/code/jianfu"));
  }

  @Test
  void withoutAProxyNobodyIsBelieved() throws IOException {
    assertThat(
            backTo(
                GATEWAY.context(),
                "Host: 127.0.0.1:8080\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: elsewhere"))
        .isEqualTo(URI.create("http://127.0.0.1:8080/login/oauth2/code/jianfu"));
  }

  private static URI backTo(ConfigurableApplicationContext gateway, String headers)
      throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), GatewayUnderTest.port(gateway))) {
      socket.setSoTimeout(20_000);
      String request =
          "GET /oauth2/authorization/jianfu HTTP/1.1\r\nConnection: close\r\n"
              + headers
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readAllBytes();
      Matcher back = BACK.matcher(new String(answer, StandardCharsets.UTF_8));
      assertThat(back.find()).as(new String(answer, StandardCharsets.UTF_8)).isTrue();
      return URI.create(URLDecoder.decode(back.group(1), StandardCharsets.UTF_8));
    }
  }
}
