package cn.jianfu.report.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.ingest.IngestStatus.TopicStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class EverythingReadTest {

  private long said;
  private @Nullable Long waiting = 0L;
  private final EverythingRead read =
      new EverythingRead(
          () -> Mono.just(List.of(new TopicStatus("group.events", said, waiting, 0, null))));

  @Test
  void whatHadBeenSaidWhenItWasAskedForFirstIsToBeRead() {
    said(100, 40L);
    assertThat(isReadWith("2026-11-22")).isFalse();

    said(150, 51L);
    assertThat(isReadWith("2026-11-22")).as("99 of 100").isFalse();

    said(200, 100L);
    assertThat(isReadWith("2026-11-22")).as("what was said later is not waited for").isTrue();
  }

  @Test
  void anotherDayIsAnotherMark() {
    said(100, 0L);
    assertThat(isReadWith("2026-11-22")).isTrue();

    said(200, 10L);
    assertThat(isReadWith("2026-11-22")).isTrue();
    assertThat(isReadWith("2026-11-23")).isFalse();
  }

  @Test
  void whileTheBrokerIsAwayNothingIsKnown() {
    said(0, null);
    assertThat(isReadWith("2026-11-22")).isFalse();

    said(100, 5L);
    assertThat(isReadWith("2026-11-22")).as("its silence was no mark").isFalse();

    said(100, 0L);
    assertThat(isReadWith("2026-11-22")).isTrue();
  }

  private void said(long events, @Nullable Long lag) {
    said = events;
    waiting = lag;
  }

  private boolean isReadWith(String what) {
    return Boolean.TRUE.equals(read.with(what).block());
  }
}
