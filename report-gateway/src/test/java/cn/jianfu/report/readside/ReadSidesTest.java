package cn.jianfu.report.readside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianfu.report.Heard;
import cn.jianfu.report.TestDatabases;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReadSidesTest {

  private final MongoDatabase database = TestDatabases.fresh();
  private final ReadSides one = new ReadSides(database, Heard::dayOf, Heard.MACHINE);
  private final ReadSides other = new ReadSides(database, Heard::dayOf, Heard.MACHINE);

  @Test
  void whatWasFilledAnswersEverywhere() {
    ReadSide next = begun(one);
    one.switchTo(next).block();
    other.refresh().block();

    assertThat(one.active().generation()).isEqualTo(next.generation());
    assertThat(other.active().generation()).isEqualTo(next.generation());
  }

  @Test
  void whoWasOvertakenCannotSwitchAndTheOtherCan() {
    ReadSide overtaken = begun(one);
    ReadSide next = begun(other);

    assertThat(next.generation()).isNotEqualTo(overtaken.generation());
    assertThatThrownBy(() -> one.switchTo(overtaken).block())
        .hasMessage("another rebuild was begun meanwhile");
    one.abandon(overtaken).block();
    other.switchTo(next).block();

    one.refresh().block();
    assertThat(one.active().generation()).isEqualTo(next.generation());
  }

  @Test
  void aGenerationIsNeverBegunTwice() {
    ReadSide first = begun(one);
    one.abandon(first).block();

    assertThat(begun(other).generation()).isGreaterThan(first.generation());
  }

  private static ReadSide begun(ReadSides sides) {
    return Objects.requireNonNull(sides.begin().block());
  }
}
