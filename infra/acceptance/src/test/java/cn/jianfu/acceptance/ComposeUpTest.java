package cn.jianfu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.allinone.SampleAccounts;
import cn.jianfu.allinone.SampleAccounts.TownSystem;
import cn.jianfu.allinone.sample.PlatformClient;
import cn.jianfu.allinone.sample.RefusedByPlatform;
import cn.jianfu.allinone.sample.SampleDistrict;
import cn.jianfu.allinone.sample.SampleUnit;
import cn.jianfu.allinone.sample.SampleWeeks;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What README tells an operator to do, with Compose itself: up, with secrets that it makes up, a
 * town works, a backup is made and put back, a service dies, down, and up again with two of each.
 */
@Tag("containers")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComposeUpTest {

  private static final TownSystem TOWN = SampleAccounts.townSystem(SampleUnit.XINDIAN);
  private static final String GROUP = "groups/350213101901/WECOM/compose-1";
  private static final String NAME = "防汛值班群";
  private static final List<String> SERVICES =
      List.of("mongodb", "kafka", "identity", "group-service", "report-gateway");

  private @Nullable ComposeProject project;
  private @Nullable PlatformClient town;

  @BeforeAll
  void begin() {
    project = ComposeProject.orSkip();
  }

  @AfterAll
  void end() {
    if (project != null) {
      project.close();
    }
  }

  @Test
  @Order(1)
  void upBringsEverythingUpHealthyAndWhatOnlyPreparesHasEnded() {
    compose().call("up", "-d");
    awaitHealthy(SERVICES);

    assertThat(compose().states())
        .containsOnlyKeys(
            "mongodb",
            "secrets",
            "store-users",
            "kafka",
            "topic-rules",
            "identity",
            "group-service",
            "report-gateway")
        .containsEntry("secrets", "ended 0")
        .containsEntry("store-users", "ended 0")
        .containsEntry("topic-rules", "ended 0");
  }

  @Test
  @Order(2)
  void aTownDeclaresAGroupAndTheDistrictSeesIt() {
    PlatformClient setup = compose().setup();
    new SampleDistrict(
            compose().addresses(),
            setup,
            code -> setup,
            new SampleWeeks(LocalDate.now(ZoneId.of("Asia/Shanghai")), 0))
        .setUp();
    URI account = compose().addresses().identity().resolve("/api/v1/clients/" + TOWN.client());
    String secret =
        setup
            .send(
                "PUT",
                account,
                Map.of("name", TOWN.name(), "roles", List.of(TOWN.role()), "unit", TOWN.unit()))
            .path("secret")
            .asString();
    town = new PlatformClient(compose().addresses().identity(), TOWN.client(), secret);

    town.send("PUT", group(GROUP), facts(NAME));

    eventually(() ->
        assertThat(new TownView(view()).groups())
            .singleElement()
            .satisfies(group -> assertThat(group.path("name").asString()).isEqualTo(NAME)));
  }

  @Test
  @Order(3)
  void aSupervisorLogsInAtTheConsolesOneAddress() {
    seenBySupervisor(compose().addresses().gateway(), "compose-overview");
  }

  private void seenBySupervisor(URI console, String picture) {
    try (Browser browser = Browser.start()) {
      Page page =
          browser.loggedIn(
              console, "supervisor", compose().secret("SUPERVISOR_PASSWORD"), 1280, 900);

      PlaywrightAssertions.assertThat(page.locator("main")).containsText("新店镇");
      Browser.picture(page, picture);
    }
  }

  /** What an operator does every night, and the day on which it is needed. */
  @Test
  @Order(4)
  void aBackupIsPutBackAndEveryViewSaysWhatItSaidThen(@TempDir Path folder) {
    JsonNode before = viewWithItsPushesCounted();
    String backup = folder.resolve("saved").toString();
    compose().script("backup.sh", backup);
    awaitHealthy(SERVICES);
    townsOwn().send("PUT", group(GROUP + "-later"), facts("后来的群"));
    eventually(() -> assertThat(new TownView(view()).groups()).hasSize(2));

    compose().script("restore.sh", backup, "--replace");
    resynced();

    eventually(() -> {
      TownView after = new TownView(view());
      assertThat(after.groupIds())
          .containsExactlyElementsOf(new TownView(before).groupIds().toList());
      for (JsonNode metric : before.path("town").path("compliance").path("metrics")) {
        assertThat(after.metric(metric.path("id").asString())).isEqualTo(metric);
      }
    });
    townsOwn().send("PUT", group(GROUP + "-later"), facts("后来的群"));
    eventually(() -> assertThat(new TownView(view()).groups()).hasSize(2));
  }

  /** As after a crash: the engine starts it again, and nobody has to. */
  @Test
  @Order(5)
  void aServiceThatDiesComesBackByItself() {
    int before = compose().restarts("group-service");
    // Its shell goes with the rest a moment later, and may be asked how it ended too late.
    compose()
        .call(
            "exec",
            "-T",
            "group-service",
            "/bin/sh",
            "-c",
            "(sleep 1; kill -9 -1) >/dev/null 2>&1 &");
    eventually(() -> assertThat(compose().restarts("group-service")).isGreaterThan(before));
    awaitHealthy(SERVICES);

    assertThat(townsOwn().get(group(GROUP)).path("name").asString()).isEqualTo(NAME);
  }

  /** Nothing depends on being alone: what is written at one of two is read at the other. */
  @Test
  @Order(6)
  void downKeepsTheDataAndTwoOfEachGoOnWithIt() {
    compose().call("down");
    assertThat(compose().states()).isEmpty();

    compose().call("--profile", "scale", "up", "-d");
    awaitHealthy(SERVICES);
    awaitHealthy(List.of("identity-2", "group-service-2", "report-gateway-2"));

    URI second = compose().addressesOfSeconds().group().resolve("/api/v1/" + GROUP);
    assertThat(townsOwn().get(second).path("name").asString()).isEqualTo(NAME);
    URI view = compose().addressesOfSeconds().gateway().resolve("/api/v1/towns/" + TOWN.unit());
    eventually(() ->
        assertThat(TownView.of(compose().setup(), view).groupIds())
            .containsExactlyElementsOf(new TownView(view()).groupIds().toList())
            .hasSize(2));
    seenBySupervisor(compose().addressesOfSeconds().gateway(), "compose-second");
  }

  /** As restore.sh says at its end. */
  private void resynced() {
    PlatformClient district = compose().setup();
    for (URI at : List.of(gateway("resyncs"), group("resyncs"), gateway("rebuilds"))) {
      await()
          .atMost(Duration.ofMinutes(2))
          .ignoreExceptionsMatching(
              it -> it instanceof RefusedByPlatform || it instanceof UncheckedIOException)
          .until(() -> district.send("POST", at, Map.of()) != null);
    }
  }

  private void awaitHealthy(List<String> services) {
    long begun = System.nanoTime();
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() ->
            assertThat(compose().states())
                .containsAllEntriesOf(
                    services.stream().collect(Collectors.toMap(it -> it, _ -> "healthy"))));
    System.out.printf(
        "%s healthy %.1f s after Compose was done%n",
        services, Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0);
  }

  /** What became of the pushed events is counted every few seconds, or when a service stops. */
  private JsonNode viewWithItsPushesCounted() {
    return await()
        .atMost(Duration.ofMinutes(2))
        .until(
            this::view, it -> new TownView(it).metric("M60").at("/details").has("pushed.events"));
  }

  private JsonNode view() {
    return compose().setup().get(gateway("towns/" + TOWN.unit()));
  }

  private static void eventually(ThrowingRunnable holds) {
    await().atMost(Duration.ofMinutes(2)).ignoreExceptions().untilAsserted(holds);
  }

  private static Map<String, Object> facts(String name) {
    return Map.of("name", name, "kind", "PERMANENT", "purpose", "防汛值班");
  }

  private URI gateway(String path) {
    return compose().addresses().gateway().resolve("/api/v1/" + path);
  }

  private URI group(String path) {
    return compose().addresses().group().resolve("/api/v1/" + path);
  }

  private ComposeProject compose() {
    return Objects.requireNonNull(project);
  }

  private PlatformClient townsOwn() {
    return Objects.requireNonNull(town);
  }
}
