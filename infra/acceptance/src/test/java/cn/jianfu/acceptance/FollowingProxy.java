package cn.jianfu.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A load balancer: requests go in turn to those that were ready when it last asked, over
 * connections that it keeps. What cannot be forwarded is answered with 502 and not tried again.
 */
final class FollowingProxy implements AutoCloseable {

  /** As seldom as five seconds of drain allow with one answer to spare. */
  private static final Duration ASKS_EVERY = Duration.ofSeconds(2);

  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "transfer-encoding", "host", "keep-alive", "upgrade");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService asking =
      Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().factory());
  private final ExecutorService forwarding = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger turn = new AtomicInteger();
  private final HttpServer server;
  private final Map<URI, Boolean> ready = new ConcurrentHashMap<>();

  private FollowingProxy(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(forwarding);
    server.createContext("/", this::forward);
  }

  static FollowingProxy listen(URI address, List<Replica> replicas) throws IOException {
    FollowingProxy proxy = new FollowingProxy(address.getPort());
    for (Replica replica : replicas) {
      ScheduledFuture<?> _ =
          proxy.asking.scheduleWithFixedDelay(
              () -> proxy.ask(replica), 0, ASKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }
    proxy.server.start();
    return proxy;
  }

  private void ask(Replica replica) {
    ready.put(replica.address(), replica.isReady(sendsTo(replica)));
  }

  /** Whether it sends requests there. */
  boolean sendsTo(Replica replica) {
    return ready.getOrDefault(replica.address(), false);
  }

  private void forward(HttpExchange exchange) throws IOException {
    try (exchange) {
      List<URI> choice =
          ready.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
      if (choice.isEmpty()) {
        System.out.println("503: " + exchange.getRequestURI() + ": nobody is ready");
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      URI to = choice.get(Math.floorMod(turn.getAndIncrement(), choice.size()));
      HttpResponse<InputStream> answer;
      try {
        answer = http.send(request(exchange, to), BodyHandlers.ofInputStream());
      } catch (IOException e) {
        System.out.println("502: " + exchange.getRequestURI() + " at " + to + ": " + e);
        exchange.sendResponseHeaders(502, -1);
        return;
      }
      answer(exchange, answer);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpRequest request(HttpExchange exchange, URI to) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(to + exchange.getRequestURI().toString()));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> values.forEach(value -> add(request, name, value)));
    byte[] body = exchange.getRequestBody().readAllBytes();
    return request
        .setHeader("X-Forwarded-Host", exchange.getRequestHeaders().getFirst("Host"))
        .setHeader("X-Forwarded-Proto", "http")
        .setHeader("X-Forwarded-For", exchange.getRemoteAddress().getAddress().getHostAddress())
        .method(
            exchange.getRequestMethod(),
            body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
        .build();
  }

  private static void add(HttpRequest.Builder request, String name, String value) {
    if (isForBoth(name)) {
      request.header(name, value);
    }
  }

  private static boolean isForBoth(String name) {
    return !OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT));
  }

  private static void answer(HttpExchange exchange, HttpResponse<InputStream> answer)
      throws IOException {
    answer
        .headers()
        .map()
        .forEach((name, values) -> {
          if (isForBoth(name)) {
            exchange.getResponseHeaders().put(name, values);
          }
        });
    boolean empty = answer.statusCode() == 204 || answer.statusCode() == 304;
    exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : 0);
    try (InputStream from = answer.body();
        OutputStream to = exchange.getResponseBody()) {
      byte[] some = new byte[8192];
      for (int read = from.read(some); read >= 0; read = from.read(some)) {
        to.write(some, 0, read);
        to.flush();
      }
    }
  }

  @Override
  public void close() {
    asking.shutdownNow();
    server.stop(0);
    forwarding.shutdownNow();
    http.shutdownNow();
  }
}
