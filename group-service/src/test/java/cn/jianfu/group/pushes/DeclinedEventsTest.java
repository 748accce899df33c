package cn.jianfu.group.pushes;

import static cn.jianfu.group.reference.KnownDistrict.MAXIANG;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.pushes.domain.DeclinedEvent;
import cn.jianfu.group.reference.KnownDistrict;
import cn.jianfu.group.reference.Reference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a declined event cannot be taken back: ids, and nothing else. */
class DeclinedEventsTest {

  private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");

  private final Reference reference = new Reference();
  private final DeclinedEvents events = new DeclinedEvents(reference);

  DeclinedEventsTest() {
    KnownDistrict.teach(reference);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "5b0c2f5e-2f4b-4a6e-9f0e-7d1c3a2b4c5d",
        "urn:uuid:5b0c2f5e-2f4b-4a6e-9f0e-7d1c3a2b4c5d",
        "oa/2026-11-27/000123",
        "1861234567890123456"
      })
  void idsAsSystemsMakeThemAreTold(String id) {
    assertThat(of(id, null, null)).isEqualTo(new DeclinedEvent(id, null, null, NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "请张三尽快处理",
        "please call me back",
        "li.si@example.org",
        "<script>",
        "a\nb",
        "13800138000",
        "call-13800138000",
        "350213199001011234",
        "35021319900101123X"
      })
  void whatIsNoIdIsLeftOut(String id) {
    assertThat(of(id, id, XINDIAN + "/WECOM/" + id))
        .satisfies(it -> assertThat(it.id()).isNull())
        .satisfies(it -> assertThat(it.type()).isNull())
        .satisfies(it -> assertThat(it.group()).isNull())
        .satisfies(it -> assertThat(it.at()).isEqualTo(NOW));
  }

  @Test
  void whatIsTooLongIsLeftOut() {
    assertThat(of("a".repeat(128), null, null).id()).hasSize(128);
    assertThat(of("a".repeat(129), null, null).id()).isNull();
    assertThat(of(null, "a".repeat(101), null).type()).isNull();
  }

  @Test
  void methodAndResourceOfASingleWriteAreItsType() {
    assertThat(of(null, "PUT groups/activity", null).type()).isEqualTo("PUT groups/activity");
    assertThat(of(null, "PAINT groups", null).type()).isNull();
  }

  @Test
  void onlyAGroupOfTheUnitIsTold() {
    assertThat(of(null, null, XINDIAN + "/WECOM/wr-1").group()).isEqualTo(XINDIAN + "/WECOM/wr-1");
    assertThat(of(null, null, XINDIAN + "/WECHAT/1%40chatroom").group())
        .isEqualTo(XINDIAN + "/WECHAT/1%40chatroom");
    assertThat(of(null, null, "350213101201/WECOM/wr-1").group())
        .as("a unit below it")
        .isEqualTo("350213101201/WECOM/wr-1");
    assertThat(of(null, null, MAXIANG + "/WECOM/wr-1").group()).isNull();
    assertThat(of(null, null, XINDIAN + "/FAX/wr-1").group()).isNull();
    assertThat(of(null, null, XINDIAN + "/WECOM/%zz").group()).isNull();
    assertThat(of(null, null, XINDIAN + "/WECOM/%E9%98%B2%E6%B1%9B%E7%BE%A4").group())
        .as("words are no id of a platform")
        .isNull();
  }

  private DeclinedEvent of(@Nullable String id, @Nullable String type, @Nullable String subject) {
    return events.of(XINDIAN, Sent.of(id, type, subject), NOW);
  }
}
