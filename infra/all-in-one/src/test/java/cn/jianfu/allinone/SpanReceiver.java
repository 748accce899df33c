package cn.jianfu.allinone;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes spans as a trace store does: OTLP over HTTP. Field numbers are those of trace.proto. */
final class SpanReceiver implements AutoCloseable {

  record Span(String service, String trace, String id, String parent, String name) {}

  private final List<Span> spans = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  SpanReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
  }

  List<Span> spans() {
    return List.copyOf(spans);
  }

  private void take(HttpExchange exchange) throws IOException {
    request(ByteBuffer.wrap(exchange.getRequestBody().readAllBytes()));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private void request(ByteBuffer request) {
    for (ByteBuffer resourceSpans : fields(request, 1)) {
      String service = service(fields(resourceSpans, 1).getFirst());
      for (ByteBuffer scope : fields(resourceSpans, 2)) {
        fields(scope, 2).forEach(span -> spans.add(span(service, span)));
      }
    }
  }

  private static String service(ByteBuffer resource) {
    return fields(resource, 1).stream()
        .filter(attribute -> text(fields(attribute, 1)).equals("service.name"))
        .map(attribute -> text(fields(fields(attribute, 2).getFirst(), 1)))
        .findFirst()
        .orElse("");
  }

  private static Span span(String service, ByteBuffer span) {
    return new Span(
        service,
        hex(fields(span, 1)),
        hex(fields(span, 2)),
        hex(fields(span, 4)),
        text(fields(span, 5)));
  }

  /** The fields of that number that have a length; the others are left out. */
  private static List<ByteBuffer> fields(ByteBuffer message, int wanted) {
    ByteBuffer left = message.duplicate();
    List<ByteBuffer> found = new CopyOnWriteArrayList<>();
    while (left.hasRemaining()) {
      int tag = (int) varint(left);
      int length =
          switch (tag & 7) {
            case 0 -> {
              var _ = varint(left);
              yield 0;
            }
            case 1 -> 8;
            case 2 -> (int) varint(left);
            case 5 -> 4;
            default -> throw new IllegalStateException("no such wire type: " + tag);
          };
      if (tag >>> 3 == wanted && (tag & 7) == 2) {
        found.add(left.slice(left.position(), length));
      }
      left.position(left.position() + length);
    }
    return found;
  }

  private static long varint(ByteBuffer from) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = from.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private static String text(List<ByteBuffer> field) {
    return field.isEmpty() ? "" : new String(bytes(field.getFirst()), UTF_8);
  }

  private static String hex(List<ByteBuffer> field) {
    return field.isEmpty() ? "" : HexFormat.of().formatHex(bytes(field.getFirst()));
  }

  private static byte[] bytes(ByteBuffer from) {
    byte[] bytes = new byte[from.remaining()];
    from.duplicate().get(bytes);
    return bytes;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
