package cn.jianfu.acceptance.stored;

import cn.jianfu.acceptance.SupervisionOffice;
import cn.jianfu.allinone.LocalPlatform;
import cn.jianfu.allinone.SampleAccounts;
import cn.jianfu.allinone.sample.PlatformClient;
import cn.jianfu.allinone.sample.SampleDistrict;
import cn.jianfu.allinone.sample.SampleUnit;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What people and systems do in a day, beside the sample's own weeks: something of each kind. */
record DayOfWork(
    URI group, URI gateway, URI identity, PlatformClient town, PlatformClient district) {

  private static final String TOWN = SampleUnit.XINDIAN;

  static DayOfWork on(LocalPlatform platform) {
    return new DayOfWork(
        platform.addresses().group().resolve("/api/v1/"),
        platform.addresses().gateway().resolve("/api/v1/"),
        platform.addresses().identity(),
        platform.client(SampleAccounts.townSystem(TOWN)),
        platform.client(SampleAccounts.SETUP));
  }

  void pass() {
    decideAndCarryOut();
    answerAList();
    judgeFindings();
    exempt();
  }

  private void decideAndCarryOut() {
    Iterator<JsonNode> groups =
        town.get(group.resolve("groups?limit=50&unit=" + TOWN)).path("items").iterator();
    String dissolved = next(groups);
    decide(dissolved, Map.of("kind", "DISSOLVE", "reason", "任务已经完成"));
    town.send("POST", group.resolve("groups/" + dissolved + "/execution"), Map.of());
    String restored = next(groups);
    decide(restored, Map.of("kind", "DISSOLVE", "reason", "长期不用"));
    town.send("POST", group.resolve("groups/" + restored + "/execution"), Map.of());
    town.send("POST", group.resolve("groups/" + restored + "/restoration"), Map.of());
    String withdrawn = next(groups);
    decide(withdrawn, Map.of("kind", "DISSOLVE", "reason", "重复"));
    town.send("DELETE", group.resolve("groups/" + withdrawn + "/decisions/current"), Map.of());
    String merged = next(groups);
    decide(merged, Map.of("kind", "MERGE", "reason", "同一事项", "mergeInto", next(groups)));
    decide(next(groups), Map.of("kind", "KEEP", "reason", "防汛值守必需"));
  }

  private void decide(String id, Map<String, String> decision) {
    town.send("POST", group.resolve("groups/" + id + "/decisions"), decision);
  }

  private static String next(Iterator<JsonNode> groups) {
    return groups.next().path("groupId").asString();
  }

  private void answerAList() {
    String unit =
        SampleUnit.all().stream()
            .filter(each -> each.parent().equals(TOWN))
            .findFirst()
            .orElseThrow()
            .code();
    // The list is made when it is first asked for.
    URI list = group.resolve("self-checks/" + SampleDistrict.ROUND + "/" + unit);
    town.get(list);
    town.send("POST", URI.create(list + "/answers"), Map.of("confirmAll", true));
  }

  private void judgeFindings() {
    PlatformClient supervisor = SupervisionOffice.at(identity, district);
    Iterator<JsonNode> findings =
        district.get(gateway.resolve("findings?limit=10&town=" + TOWN)).path("items").iterator();
    for (String verdict : List.of("confirmation", "dismissal")) {
      supervisor.send(
          "POST",
          gateway.resolve(
              "findings/" + findings.next().path("findingId").asString() + "/" + verdict),
          Map.of("reason", "已核实"));
    }
  }

  private void exempt() {
    district.send(
        "PUT",
        gateway.resolve("exemptions/flood-2026"),
        Map.of(
            "rule", "G-HOURS",
            "scopeUnit", TOWN,
            "reason", "汛期值守",
            "approvedBy", "区防汛办〔2026〕12号",
            "from", "2026-06-01",
            "to", "2026-10-31"));
  }
}
