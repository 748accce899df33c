package cn.jianfu.group;

import static cn.jianfu.group.ServiceOverTime.GROUPS;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.supervision.RuleSetV1;
import cn.jianfu.contracts.supervision.RuleV1;
import cn.jianfu.group.reference.KnownDistrict;
import cn.jianfu.group.reference.Reference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Members are asked for from the day on which a rule set says so; a number will do, or a list. */
class MembersAskedForTest {

  private static final LocalDate BEGIN = LocalDate.of(2026, 5, 11);
  private static final LocalDate ASKED_FROM = BEGIN.plusDays(20);
  private static final ServiceOverTime SERVICE = new ServiceOverTime();

  @BeforeAll
  static void filingIsJudged() {
    SERVICE.today(BEGIN);
    SERVICE.declare("first", "先有的群");
    Reference reference = SERVICE.bean(Reference.class);
    RuleSetV1 known = reference.data().ruleSetOn(BEGIN).orElseThrow();
    Map<String, RuleV1> rules = new HashMap<>(known.rules());
    rules.put("G-REG", new RuleV1(true, "M", "备案", "Filing", "备案", "Filing", "", false));
    KnownDistrict.teach(reference, ruleSet(known, 1, known.effectiveFrom(), rules, Map.of()));
    KnownDistrict.teach(
        reference,
        ruleSet(known, 2, ASKED_FROM, rules, Map.of("register.membersRequired", BigDecimal.ONE)));
  }

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void fromThatDayOnNeitherANumberNorAListIsFound() {
    declared("wr-untold", "巡查一群", "");
    declared("wr-number", "巡查二群", ",\"memberCount\":31");
    declared("wr-list", "巡查三群", "");
    members("wr-list", "[{\"id\":\"p1\"},{\"id\":\"p2\"}]");
    declared("wr-empty", "巡查四群", "");
    members("wr-empty", "[]");
    List<String> told = List.of("wr-number", "wr-list", "wr-empty");

    SERVICE.today(ASKED_FROM.minusDays(1));
    assertThat(SERVICE.found("wr-untold")).doesNotContain("G-REG");
    SERVICE.today(ASKED_FROM);

    assertThat(SERVICE.found("wr-untold")).contains("G-REG");
    JsonNode finding =
        SERVICE.findings("wr-untold").stream()
            .filter(each -> each.path("rule").asString().equals("G-REG"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.at("/evidence/kind").asString()).isEqualTo("INCOMPLETE");
    assertThat(finding.at("/evidence/missing").toString()).isEqualTo("[\"members\"]");
    assertThat(told).allSatisfy(it -> assertThat(SERVICE.found(it)).doesNotContain("G-REG"));

    members("wr-untold", "[{\"id\":\"p1\"}]");
    assertThat(SERVICE.found("wr-untold")).doesNotContain("G-REG");
  }

  private static RuleSetV1 ruleSet(
      RuleSetV1 known,
      int later,
      LocalDate from,
      Map<String, RuleV1> rules,
      Map<String, BigDecimal> numbers) {
    Map<String, BigDecimal> thresholds = new HashMap<>(known.thresholds());
    thresholds.putAll(numbers);
    return new RuleSetV1(known.id(), known.version() + later, from, rules, thresholds, Map.of());
  }

  private static void declared(String id, String name, String more) {
    SERVICE.today(BEGIN);
    SERVICE.declare(
        id,
        """
        "name":"%s","kind":"PERMANENT","purpose":"日常联络","ownerId":"o-%s","ownerUnit":"%s",
        "createdOn":"2026-01-05\"\
        """
            .formatted(name, id, XINDIAN),
        more);
    SERVICE.send("POST", GROUPS + id + "/filing", "{\"filingNo\":\"备" + id + "\"}");
  }

  private static void members(String id, String all) {
    SERVICE.send("PUT", GROUPS + id + "/members", "{\"members\":" + all + "}");
  }
}
