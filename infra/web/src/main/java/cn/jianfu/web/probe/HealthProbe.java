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
 * itself tells its health, the path that of readiness. It asks once, or with {@code
 * -Dprobe.seconds=30} for so long until the answer is 200: one JVM for a start, and not one for
 * each question. One class that needs nothing but the JDK's base module, so that an image carries
 * it alone.
 */
public final class HealthProbe {

  /** For one answer. */
  private static final int PATIENCE_MILLIS = 3_000;

  /** As often as wget asks in its place. */
  private static final int BETWEEN_MILLIS = 300;

  private static final String READINESS = "/actuator/health/readiness";

  private HealthProbe() {}

  public static void main(String[] arguments) throws InterruptedException {
    String path = arguments.length > 1 ? arguments[1] : READINESS;
    String answer = answerWithin(Integer.getInteger("probe.seconds", 0), port(arguments), path);
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

  /** The first that is well, or the last one. */
  static String answerWithin(int seconds, int port, String path) throws InterruptedException {
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    String answer = answer(port, path);
    while (!isWell(answer) && System.nanoTime() - until < 0) {
      Thread.sleep(BETWEEN_MILLIS);
      answer = answer(port, path);
    }
    return answer;
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
