package cn.jianfu.web.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * {@code HealthProbe [port] [path]}: exits 0 when this machine answers 200 there, else 1 with the
 * answer. The port is otherwise that of MANAGEMENT_SERVER_PORT or SERVER_PORT, on which the service
 * itself tells its health, the path that of readiness. One class that needs nothing but the JDK's
 * base module, so that an image carries it alone.
 */
public final class HealthProbe {

  private static final int PATIENCE_MILLIS = 3_000;
  private static final String READINESS = "/actuator/health/readiness";

  private HealthProbe() {}

  public static void main(String[] arguments) {
    String answer = answer(port(arguments), arguments.length > 1 ? arguments[1] : READINESS);
    System.out.println(answer);
    System.exit(isWell(answer) ? 0 : 1);
  }

  private static int port(String[] arguments) {
    return Integer.parseInt(arguments.length > 0 ? arguments[0] : port(System.getenv()));
  }

  static String port(Map<String, String> environment) {
    String own = environment.getOrDefault("SERVER_PORT", "8080");
    return environment.getOrDefault("MANAGEMENT_SERVER_PORT", own);
  }

  static boolean isWell(String answer) {
    return answer.startsWith("HTTP/1.") && answer.startsWith(" 200", "HTTP/1.x".length());
  }

  /** The status line, or why there is none. */
  static String answer(int port, String path) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      String request = "GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return statusLine(socket);
    } catch (IOException away) {
      return "no answer: " + away.getMessage();
    }
  }

  private static String statusLine(Socket socket) throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    String line = lines.readLine();
    return line == null ? "no answer: closed" : line;
  }
}
