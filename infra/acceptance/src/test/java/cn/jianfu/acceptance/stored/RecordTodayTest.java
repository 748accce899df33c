package cn.jianfu.acceptance.stored;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.allinone.LocalPlatform;
import cn.jianfu.allinone.LocalSettings;
import cn.jianfu.allinone.LocalSettings.Ports;
import cn.jianfu.allinone.Progress;
import cn.jianfu.allinone.SampleAccounts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records what this version leaves behind: {@code -Djianfu.record=<version>}, before it is
 * released. What earlier versions recorded stays.
 */
@Tag("one-machine")
@EnabledIfSystemProperty(named = "jianfu.record", matches = ".+", disabledReason = "records")
class RecordTodayTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Test
  void recordsWhatIsThereAfterADayOfWork() throws Exception {
    Recording recording = Recording.of(System.getProperty("jianfu.record"));
    Ports ports = Ports.free();
    Path data = Path.of("target", "record-data").toAbsolutePath();
    Progress progress = new Progress(System.out);
    try (LocalPlatform platform =
        LocalPlatform.start(new LocalSettings(data, true, true, ports), progress)) {
      platform.fillWithSample(progress);
      DayOfWork.on(platform).pass();

      String today = LocalDate.now(ZONE).toString();
      Questions questions =
          new Questions(platform.addresses(), platform.client(SampleAccounts.SETUP), today);
      Settled.wait(questions);
      recording.writeDay(today);
      recording.write(
          "answers",
          questions.answers().entrySet().stream()
              .map(each ->
                  JSON.writeValueAsString(
                      JSON.createObjectNode()
                          .put("asked", each.getKey())
                          .set("answer", each.getValue())))
              .toList());
      recording.write("store", StoreContents.read("mongodb://127.0.0.1:" + ports.store()));
      recording.write("topics", TopicContents.read("127.0.0.1:" + ports.broker()));
      recording.write("offsets", TopicContents.readOffsets("127.0.0.1:" + ports.broker()));
    }
    assertThat(recording.records()).isNotEmpty();
  }
}
