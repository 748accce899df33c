package cn.jianfu.group;

import static cn.jianfu.group.ServiceOverTime.GROUPS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Temporary groups that nobody cares for after their end, on a service whose clock is set. */
class EndingByThemselvesTest {

  private static final ServiceOverTime SERVICE = new ServiceOverTime();
  private static final LocalDate BEGIN = LocalDate.of(2026, 5, 11);
  private static final LocalDate END = BEGIN.plusDays(10);

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void aSilentOneIsWarnedAndThenDissolvedAndCanBeRestored() {
    inUse("silent");

    at(END.plusDays(7));
    assertThat(state("silent")).isEqualTo("ACTIVE");
    at(END.plusDays(8));
    assertThat(state("silent")).isEqualTo("WARNED");
    SERVICE.today(END.plusDays(38));
    SERVICE.day("silent", END.plusDays(20), "\"messages\":1,\"activeSenders\":1");
    at(END.plusDays(38));
    assertThat(state("silent")).isEqualTo("WARNED");
    at(END.plusDays(39));
    assertThat(state("silent")).isEqualTo("DISSOLVED");
    assertThat(read("silent").at("/decision/reason").asString()).contains("届满");
    assertThat(read("silent").at("/decision/decidedBy/role").asString()).isEqualTo("system");

    SERVICE.send("POST", GROUPS + "silent/restoration", "{}");
    assertThat(state("silent")).isEqualTo("ACTIVE");
  }

  @Test
  void oneThatIsStillUsedIsToBeDissolvedByItsUnit() {
    inUse("busy");

    at(END.plusDays(8));
    SERVICE.today(END.plusDays(10));
    SERVICE.day("busy", END.plusDays(9), "\"messages\":9,\"activeSenders\":5");
    at(END.plusDays(39));
    assertThat(state("busy")).isEqualTo("DISSOLVING");
    at(END.plusDays(39 + 7 + 8));
    assertThat(SERVICE.found("busy")).contains("G-EXEC");
  }

  @Test
  void oneThatIsKeptInSpiteOfItsEndStays() {
    inUse("kept");

    at(END.plusDays(8));
    SERVICE.send("POST", GROUPS + "kept/decisions", "{\"kind\":\"KEEP\",\"reason\":\"任务延长\"}");
    at(END.plusDays(60));
    at(END.plusDays(61));
    assertThat(state("kept")).isEqualTo("ACTIVE");
  }

  @Test
  void oneThatNobodyRestoredInTimeIsArchived() {
    inUse("given-up");

    at(END.plusDays(8));
    SERVICE.today(END.plusDays(38));
    SERVICE.day("given-up", END.plusDays(20), "\"messages\":1,\"activeSenders\":1");
    at(END.plusDays(38));
    at(END.plusDays(39));
    assertThat(state("given-up")).isEqualTo("DISSOLVED");
    LocalDate last = LocalDate.parse(read("given-up").at("/decision/restoreUntil").asString());
    at(last);
    assertThat(state("given-up")).isEqualTo("DISSOLVED");
    at(last.plusDays(1));
    assertThat(state("given-up")).isEqualTo("ARCHIVED");
  }

  private static void inUse(String id) {
    SERVICE.today(BEGIN);
    SERVICE.declare(
        id,
        "\"name\":\"%s\",\"kind\":\"TEMPORARY\"".formatted(id),
        ",\"validUntil\":\"%s\"".formatted(END));
    SERVICE.send("POST", GROUPS + id + "/filing", "{\"filingNo\":\"备-%s\"}".formatted(id));
    SERVICE.day(id, BEGIN.minusDays(1), "\"messages\":9,\"activeSenders\":5");
  }

  private static void at(LocalDate day) {
    SERVICE.today(day);
    SERVICE.scan();
  }

  private static String state(String id) {
    return read(id).path("state").asString();
  }

  private static tools.jackson.databind.JsonNode read(String id) {
    return SERVICE.read(GROUPS + id);
  }
}
