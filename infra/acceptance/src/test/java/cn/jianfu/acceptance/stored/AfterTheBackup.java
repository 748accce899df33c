package cn.jianfu.acceptance.stored;

import static org.awaitility.Awaitility.await;

import cn.jianfu.allinone.LocalPlatform;
import cn.jianfu.allinone.SampleAccounts;
import cn.jianfu.allinone.sample.PlatformClient;
import cn.jianfu.allinone.sample.SampleUnit;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a backup does not know: something of each kind, at later versions than it has, and something
 * that came to be afterwards, of which something is found, too.
 *
 * @param groups of one town, as it has them at the backup, none of them ended
 * @param incomplete those of which it is found that their register lacks something
 */
record AfterTheBackup(
    URI group,
    URI gateway,
    PlatformClient town,
    PlatformClient district,
    List<String> groups,
    List<String> incomplete) {

  /** A group that the backup does not have: declared, and neither filed nor anybody's. */
  static final String CAME_TO_BE = SampleUnit.XINDIAN + "/WECOM/after-the-backup";

  static AfterTheBackup on(LocalPlatform platform, Map<String, JsonNode> answers) {
    return new AfterTheBackup(
        platform.addresses().group().resolve("/api/v1/"),
        platform.addresses().gateway().resolve("/api/v1/"),
        platform.client(SampleAccounts.townSystem(SampleUnit.XINDIAN)),
        platform.client(SampleAccounts.SETUP),
        answers.values().stream()
            .filter(each -> each.path("town").asString("").equals(SampleUnit.XINDIAN))
            .filter(each -> each.path("state").asString("").equals("ACTIVE"))
            .map(each -> each.path("groupId").asString())
            .filter(id -> isFree(id, answers))
            .toList(),
        answers.values().stream()
            .flatMap(each -> each.path("findings").valueStream())
            .filter(each -> each.at("/evidence/kind").asString("").equals("INCOMPLETE"))
            .map(each -> each.path("groups").get(0).asString())
            .toList());
  }

  /** What others are to be merged into cannot end. */
  private static boolean isFree(String id, Map<String, JsonNode> answers) {
    return answers.values().stream()
        .noneMatch(each -> each.at("/decision/mergeInto").asString("").equals(id));
  }

  String renamed() {
    return groups.stream().filter(incomplete::contains).findFirst().orElseThrow();
  }

  void happens() {
    // The store was away for the backup.
    await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> rename("甲"));
    rename("乙");
    Iterator<String> others = groups.stream().filter(id -> !id.equals(renamed())).iterator();
    post("groups/" + others.next() + "/decisions", Map.of("kind", "DISSOLVE", "reason", "备份之后"));
    String ended = others.next();
    post("groups/" + ended + "/decisions", Map.of("kind", "DISSOLVE", "reason", "备份之后"));
    post("groups/" + ended + "/execution", Map.of());
    LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    String busy = others.next();
    put("groups/" + busy + "/activity/" + yesterday, Map.of("messages", 700));
    put("groups/" + CAME_TO_BE, Map.of("name", "备份之后建的群", "kind", "PERMANENT"));
    put("groups/" + CAME_TO_BE + "/activity/" + yesterday, Map.of("messages", 300));
    put(
        "groups/" + busy + "/members",
        Map.of("takenAt", yesterday + "T04:00:00Z", "members", List.of()));
    district.send(
        "PUT",
        gateway.resolve("exemptions/after-the-backup"),
        Map.of(
            "rule",
            "G-ZOMB",
            "scopeUnit",
            SampleUnit.XINDIAN,
            "reason",
            "备份之后",
            "approvedBy",
            "区减负办",
            "from",
            LocalDate.now(ZoneOffset.UTC).plusDays(30).toString(),
            "to",
            LocalDate.now(ZoneOffset.UTC).plusDays(90).toString()));
  }

  private boolean rename(String name) {
    put("groups/" + renamed(), Map.of("name", "备份之后" + name));
    return true;
  }

  private void put(String path, Map<String, ?> body) {
    town.send("PUT", group.resolve(path), body);
  }

  private void post(String path, Map<String, ?> body) {
    town.send("POST", group.resolve(path), body);
  }
}
