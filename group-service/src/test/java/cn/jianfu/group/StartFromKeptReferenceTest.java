package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.MAXIANG;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.supervision.OrgUnitV1;
import cn.jianfu.group.reference.KnownDistrict;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import cn.jianfu.testkit.Await;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;

/** A service that was told of the district once, and starts where nobody tells it anything. */
class StartFromKeptReferenceTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

  private final GroupServiceUnderTest tokens = GroupServiceUnderTest.shared();

  @Test
  void itKnowsUnitsRulesAndCalendarFromItsStoreAndTakesOnlyWhatIsNewer() {
    try (var store = InProcessStore.open(StoreSettings.inMemory())) {
      String database = store.connectionString() + "/group";
      isToldOfTheDistrict(database);
      try (var silent = GroupServiceUnderTest.startBroker();
          var service = GroupServiceUnderTest.untaught(database, silent.bootstrapServers());
          var topic = new GatewayEvents(silent.bootstrapServers())) {
        Reference reference = service.getBean(Reference.class);
        knowsTheDistrict(reference);
        worksWithIt(service);

        topic.says(XINDIAN, 1, KnownDistrict.renamed(XINDIAN, "旧名"));
        topic.says(MAXIANG, 3, KnownDistrict.renamed(MAXIANG, "新名"));

        Await.until(() -> assertThat(nameOf(reference, MAXIANG)).isEqualTo("新名"));
        assertThat(nameOf(reference, XINDIAN)).isEqualTo("新店镇");
      }
      try (var silent = GroupServiceUnderTest.startBroker();
          var again = GroupServiceUnderTest.untaught(database, silent.bootstrapServers())) {
        Reference reference = again.getBean(Reference.class);
        Await.until(() -> assertThat(nameOf(reference, MAXIANG)).isEqualTo("新名"));
        assertThat(nameOf(reference, XINDIAN)).isEqualTo("新店镇");
      }
    }
  }

  private static void isToldOfTheDistrict(String database) {
    try (var broker = GroupServiceUnderTest.startBroker();
        var topic = new GatewayEvents(broker.bootstrapServers());
        var service = GroupServiceUnderTest.untaught(database, broker.bootstrapServers())) {
      var all = KnownDistrict.payloads();
      all.put("calendar/2026", KnownDistrict.calendar());
      all.forEach((subject, payload) -> topic.says(subject, 2, payload));
      var kept = service.getBean(MongoDatabase.class).getCollection("reference");
      Await.until(() -> assertThat(Mono.from(kept.countDocuments()).block()).isEqualTo(all.size()));
    }
  }

  private static void knowsTheDistrict(Reference reference) {
    Await.until(() -> {
      assertThat(nameOf(reference, XINDIAN)).isEqualTo("新店镇");
      assertThat(reference.data().ruleSetOn(DAY)).isPresent();
      assertThat(reference.data().calendars()).containsOnlyKeys(2026);
      assertThat(reference.data().roundsOn(DAY)).hasSize(1);
    });
  }

  private void worksWithIt(ConfigurableApplicationContext service) {
    var town = tokens.asking("town-office", XINDIAN).at(GroupServiceUnderTest.portOf(service));
    var answer =
        town.with("Content-Type", "application/json")
            .send(
                "PUT",
                "/api/v1/groups/" + XINDIAN + "/WECOM/kept",
                "{\"name\":\"独立群\"}".getBytes(UTF_8));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(town.send("GET", "/actuator/health/readiness", null).statusCode()).isEqualTo(200);
  }

  private static String nameOf(Reference reference, String unit) {
    return reference.data().unit(unit).map(OrgUnitV1::name).orElse("");
  }
}
