package cn.jianfu.identity;

import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** The issuer on a store of its own; both can be restarted apart. */
final class IdentityServer implements AutoCloseable {

  static final String REDIRECT = "http://127.0.0.1:8080/login/oauth2/code/jianfu";
  static final String AFTER_LOGOUT = "http://127.0.0.1:8080/";
  static final String CONSOLE_SECRET = "console-secret-for-tests";
  static final String XINDIAN_SECRET = "xindian-secret-for-tests";
  static final String ADMIN_SECRET = "administration-secret-for-tests";
  static final String PASSWORD = "correct horse battery";

  private final Path folder = folder();
  private InProcessStore store = InProcessStore.open(StoreSettings.in(folder, 0));
  private final int storePort = store.address().getPort();
  private final int port = freePort();
  private ConfigurableApplicationContext context;

  private String[] arguments;

  private IdentityServer(String... arguments) {
    this.arguments = arguments;
    context = run();
  }

  /** One for all tests, because a start takes seconds; it ends with the JVM. */
  static IdentityServer shared() {
    return Shared.SERVER;
  }

  static IdentityServer start(String... arguments) {
    return new IdentityServer(arguments);
  }

  /** Issuer and store, as on one machine. */
  void restart() {
    context.close();
    store.close();
    store = InProcessStore.open(StoreSettings.in(folder, storePort));
    context = run();
  }

  /** The same store under other settings. */
  void restartWith(String... arguments) {
    this.arguments = arguments;
    restart();
  }

  String issuer() {
    return "http://127.0.0.1:" + port;
  }

  /** A program that talks to the port of health and metrics. */
  HttpResponse<String> managed(String path) throws IOException, InterruptedException {
    String port = context.getEnvironment().getRequiredProperty("local.management.port");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            BodyHandlers.ofString());
  }

  Api api() {
    return new Api(issuer());
  }

  Browser browser() {
    return new Browser(issuer());
  }

  void stopStore() {
    store.close();
  }

  @Override
  public void close() {
    context.close();
    store.close();
  }

  private ConfigurableApplicationContext run() {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--server.port=" + port,
                "--server.shutdown=immediate",
                "--logging.level.root=WARN",
                "--jianfu.identity.issuer=" + issuer(),
                "--spring.mongodb.uri=mongodb://127.0.0.1:"
                    + storePort
                    + "/identity?serverSelectionTimeoutMS=500",
                "--jianfu.identity.users[0].id=zhang.qu",
                "--jianfu.identity.users[0].password=" + PASSWORD,
                "--jianfu.identity.users[0].name=张区",
                "--jianfu.identity.users[0].roles=district-supervisor",
                "--jianfu.identity.users[0].unit=350213000000"));
    all.addAll(List.of(arguments));
    return IdentityApplication.builder()
        .registerShutdownHook(false)
        .initializers(context -> context.getBeanFactory().registerSingleton("seed", seed()))
        .run(all.toArray(String[]::new));
  }

  private static IdentitySeed seed() {
    return new IdentitySeed(
        List.of(
            SeedUser.of("admin", PASSWORD, "管理员", "350213000000", "district-admin"),
            SeedUser.of("lin.xin", PASSWORD, "林新", "350213101000", "town-office")),
        List.of(
            SeedClient.web("report-console", CONSOLE_SECRET, "督查端", REDIRECT, AFTER_LOGOUT),
            SeedClient.system(
                "xindian-oa", XINDIAN_SECRET, "新店镇办公系统", "350213101000", "town-system"),
            SeedClient.system(
                "administration", ADMIN_SECRET, "管理脚本", "350213000000", "district-admin")));
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("identity-store");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static final class Shared {
    static final IdentityServer SERVER = new IdentityServer();
  }
}
