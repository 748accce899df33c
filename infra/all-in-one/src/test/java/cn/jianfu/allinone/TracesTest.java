package cn.jianfu.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.allinone.LocalSettings.Ports;
import cn.jianfu.allinone.SpanReceiver.Span;
import cn.jianfu.allinone.sample.SampleUnit;
import cn.jianfu.testkit.Await;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform with tracing on, and somebody who takes its spans. */
class TracesTest {

  private static final String ENDPOINT = "jianfu.traces.endpoint";
  private static final String SHARE = "management.tracing.sampling.probability";
  private static final String PAUSE = "management.opentelemetry.tracing.export.schedule-delay";

  @TempDir Path data;

  @AfterEach
  void tracingIsOffAgain() {
    List.of(ENDPOINT, SHARE, PAUSE).forEach(System::clearProperty);
  }

  @Test
  void oneTraceLeadsFromTheRequestToTheFactsAndToTheViewOfTheTown() throws IOException {
    try (SpanReceiver store = new SpanReceiver()) {
      System.setProperty(ENDPOINT, store.endpoint());
      System.setProperty(SHARE, "1.0");
      System.setProperty(PAUSE, "200ms");
      try (LocalPlatform platform = start()) {
        platform.sample().setUp();
        String town = SampleUnit.XINDIAN;
        platform
            .client(SampleAccounts.townSystem(town))
            .send(
                "PUT",
                platform.addresses().group().resolve("/api/v1/groups/" + town + "/WECOM/traced"),
                Map.of("name", "追踪群"));

        Await.until(() -> {
          Span request = of(store, "group-service", "http put /api/v1/groups/");
          Span facts = of(store, "report-gateway", "facts", request.trace());
          Span view = of(store, "report-gateway", "view", request.trace());
          assertThat(List.of(facts, view)).extracting(Span::parent).containsOnly(request.id());
        });
      }
    }
  }

  @Test
  void aCallerCannotHaveItsRequestsTracedBySayingSo() throws IOException, InterruptedException {
    try (SpanReceiver store = new SpanReceiver()) {
      System.setProperty(ENDPOINT, store.endpoint());
      System.setProperty(SHARE, "0.0");
      System.setProperty(PAUSE, "200ms");
      try (LocalPlatform platform = start();
          HttpClient caller = HttpClient.newHttpClient()) {
        var request =
            HttpRequest.newBuilder(platform.addresses().group().resolve("/api/v1/groups"))
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .build();
        assertThat(caller.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
      }
      // What waited was sent when the platform stopped.
      assertThat(store.spans()).isEmpty();
    }
  }

  private LocalPlatform start() {
    return LocalPlatform.start(
        new LocalSettings(data.resolve("data"), true, false, Ports.free()),
        new Progress(new PrintStream(OutputStream.nullOutputStream())));
  }

  private static Span of(SpanReceiver store, String service, String name) {
    return of(store, service, name, "");
  }

  private static Span of(SpanReceiver store, String service, String name, String trace) {
    List<Span> found =
        store.spans().stream()
            .filter(span ->
                span.service().equals(service)
                    && span.name().startsWith(name)
                    && span.trace().contains(trace))
            .toList();
    assertThat(found).as(service + " " + name + " in " + store.spans()).isNotEmpty();
    return found.getFirst();
  }
}
