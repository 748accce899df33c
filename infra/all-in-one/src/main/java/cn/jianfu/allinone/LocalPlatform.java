package cn.jianfu.allinone;

import cn.jianfu.allinone.sample.PlatformAddresses;
import cn.jianfu.allinone.sample.PlatformClient;
import cn.jianfu.allinone.sample.SampleDistrict;
import cn.jianfu.broker.BrokerSettings;
import cn.jianfu.broker.InProcessBroker;
import cn.jianfu.group.GroupServiceApplication;
import cn.jianfu.identity.IdentityApplication;
import cn.jianfu.report.ReportGatewayApplication;
import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Store, broker, identity and the services in one JVM. */
public final class LocalPlatform implements AutoCloseable {

  private final LocalSettings settings;
  private final Secrets secrets;

  /** What runs, the latest first: the order in which it stops. */
  private final Deque<AutoCloseable> running = new ArrayDeque<>();

  private LocalPlatform(LocalSettings settings, Secrets secrets) {
    this.settings = settings;
    this.secrets = secrets;
  }

  /**
   * Starts everything; what had started is stopped again when a part cannot start.
   *
   * @throws CannotStart when the data or a port is in use
   */
  public static LocalPlatform start(LocalSettings settings, Progress progress) {
    DataFolder data = DataFolder.take(settings.data(), settings.reset());
    Secrets secrets = Secrets.in(data.of("secrets.env"));
    LocalPlatform platform = new LocalPlatform(settings, secrets);
    platform.running.push(data);
    try {
      settings.ports().requireFree();
      platform.startParts(data, progress);
      return platform;
    } catch (RuntimeException e) {
      platform.close();
      throw e;
    }
  }

  private void startParts(DataFolder data, Progress progress) {
    LocalProperties properties = new LocalProperties(settings.ports(), secrets);
    // Made up before the parts start in parallel.
    Map<String, Object> identity = properties.identity();
    Map<String, Object> group = properties.group();
    Map<String, Object> report = properties.report();
    secrets.keep();
    running.push(InProcessStore.open(StoreSettings.in(data.of("store"), settings.ports().store())));
    progress.step("存储已就绪", "store ready");
    together(List.of(() -> broker(data), () -> context(IdentityApplication.builder(), identity)));
    progress.step("消息与身份服务已就绪", "broker and identity ready");
    together(
        List.of(
            () -> context(GroupServiceApplication.builder(), group),
            () -> context(ReportGatewayApplication.builder(), report)));
    progress.step("各服务已就绪", "services ready");
  }

  private AutoCloseable broker(DataFolder data) {
    return InProcessBroker.start(
        BrokerSettings.in(data.of("broker")).port(settings.ports().broker()));
  }

  private ConfigurableApplicationContext context(
      SpringApplicationBuilder application, Map<String, Object> properties) {
    // As arguments, so that they stand above what the service's own configuration file says.
    String[] arguments =
        properties.entrySet().stream()
            .map(property -> "--" + property.getKey() + "=" + property.getValue())
            .toArray(String[]::new);
    return application.registerShutdownHook(false).run(arguments);
  }

  /** Starts parts side by side and waits for all of them. */
  private void together(List<Supplier<AutoCloseable>> parts) {
    List<CompletableFuture<Void>> starting =
        parts.stream()
            .map(part -> CompletableFuture.supplyAsync(part).thenAccept(this::started))
            .toList();
    try {
      CompletableFuture.allOf(starting.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private synchronized void started(AutoCloseable part) {
    running.push(part);
  }

  public LocalSettings settings() {
    return settings;
  }

  /** Fills the platform with the sample district, unless that was done before. */
  public void fillWithSample(Progress progress) {
    Path done = settings.data().resolve("sample-filled");
    if (Files.exists(done)) {
      return;
    }
    progress.step("正在装入示例区", "filling in the sample district");
    new SampleDistrict(
            addresses(),
            client(SampleAccounts.SETUP),
            town -> client(SampleAccounts.townSystem(town)),
            LocalDate.now(LocalSettings.ZONE))
        .fill();
    try {
      Files.createFile(done);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    progress.step("示例区已装入", "sample district filled in");
  }

  /** Where the parts are reached. */
  public PlatformAddresses addresses() {
    return new PlatformAddresses(
        address(settings.ports().gateway()),
        address(settings.ports().group()),
        address(settings.ports().identity()));
  }

  private static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** A client of the platform with a system's own secret. */
  public PlatformClient client(SampleAccounts.System system) {
    return new PlatformClient(addresses().identity(), system.client(), secret(system.secretName()));
  }

  /** A generated secret of this installation by its name, for example {@code XINDIAN_SECRET}. */
  public String secret(String name) {
    return secrets.get(name);
  }

  @Override
  public synchronized void close() {
    while (!running.isEmpty()) {
      AutoCloseable part = running.pop();
      try {
        part.close();
      } catch (Exception e) {
        System.err.println("While stopping: " + e);
      }
    }
  }
}
