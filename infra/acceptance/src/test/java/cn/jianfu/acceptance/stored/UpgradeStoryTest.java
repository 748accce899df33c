package cn.jianfu.acceptance.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.acceptance.LongJob;
import cn.jianfu.allinone.LocalPlatform;
import cn.jianfu.allinone.LocalSettings;
import cn.jianfu.allinone.LocalSettings.Ports;
import cn.jianfu.allinone.Progress;
import cn.jianfu.allinone.SampleAccounts;
import cn.jianfu.allinone.sample.PlatformClient;
import cn.jianfu.allinone.sample.SampleUnit;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Today's services on what earlier versions wrote: they say the same of it, from their stores and
 * built anew from the topics, and go on with it.
 */
@Tag("one-machine")
class UpgradeStoryTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @ParameterizedTest
  @MethodSource("cn.jianfu.acceptance.stored.Recording#all")
  void whatAnEarlierVersionWroteIsReadAndGoneOnWith(Recording recording) throws Exception {
    Path data = Path.of("target", "upgrade-data-" + recording).toAbsolutePath();
    Map<String, JsonNode> then = answers(recording);
    assertThat(then).hasSizeGreaterThan(400);
    try (LocalPlatform platform = on(recording, data)) {
      PlatformClient district = platform.client(SampleAccounts.SETUP);
      Questions questions = new Questions(platform.addresses(), district, recording.day());
      Lasting.isStillSaid(then, questions.answers());

      LongJob.REBUILD.run(district, platform.addresses().gateway());
      Lasting.isStillSaid(then, questions.answers());

      goOn(platform, then);
    }
  }

  /** What was given before is changed, not given anew; and everybody hears of it. */
  private static void goOn(LocalPlatform platform, Map<String, JsonNode> then) {
    JsonNode known =
        then.values().stream()
            .filter(each -> each.path("town").asString("").equals(SampleUnit.XINDIAN))
            .filter(each -> each.path("state").asString("").equals("ACTIVE"))
            .findFirst()
            .orElseThrow();
    String id = known.path("groupId").asString();
    URI group = platform.addresses().group().resolve("/api/v1/groups/" + id);
    PlatformClient town = platform.client(SampleAccounts.townSystem(SampleUnit.XINDIAN));
    town.send("PUT", group, Map.of("name", "升级之后改的名"));

    assertThat(town.get(group).path("declaredOn")).isEqualTo(known.path("declaredOn"));
    assertThat(town.get(group).path("version").asLong())
        .isGreaterThan(known.path("version").asLong());
    URI seen = platform.addresses().gateway().resolve("/api/v1/towns/" + SampleUnit.XINDIAN);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(town.get(seen).toString()).contains("升级之后改的名"));
  }

  private static LocalPlatform on(Recording recording, Path data) throws Exception {
    Ports ports = Ports.free();
    RecordedFolder.write(recording, data, ports);
    return LocalPlatform.start(
        new LocalSettings(data, false, false, ports), new Progress(System.out));
  }

  private static Map<String, JsonNode> answers(Recording recording) {
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    recording.answers().stream()
        .map(JSON::readTree)
        .forEach(line -> answers.put(line.path("asked").asString(), line.path("answer")));
    return answers;
  }
}
