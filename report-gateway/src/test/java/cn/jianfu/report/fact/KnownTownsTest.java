package cn.jianfu.report.fact;

import static cn.jianfu.report.GatewayUnderTest.MAXIANG;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.Heard.event;
import static cn.jianfu.report.SampleEvents.TODAY;
import static cn.jianfu.report.SampleEvents.TOWN_OFFICE;
import static cn.jianfu.report.SampleEvents.declaredByHand;
import static cn.jianfu.report.SampleEvents.filed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianfu.contracts.group.WorkGroupDeclaredV1;
import cn.jianfu.report.Heard;
import cn.jianfu.report.TestDatabases;
import cn.jianfu.report.compliance.domain.GroupFact;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class KnownTownsTest {

  private static final Instant BEGIN = Instant.parse("2026-11-27T02:00:00Z");

  private Instant now = BEGIN.plusSeconds(60);
  private final Facts facts = new Facts(TestDatabases.fresh(), "", Heard::dayOf, () -> now);

  @Test
  void whatWasWrittenBehindAReadThatLastedIsReadByTheNext() {
    written("first", BEGIN);
    assertThat(known()).containsExactly("first");

    written("last", BEGIN.plusSeconds(30));
    assertThat(known()).containsExactly("first", "last");
    // While that was read, and where it had been already.
    written("meanwhile", BEGIN.plusSeconds(10));
    assertThat(known()).containsExactly("first", "last", "meanwhile");
  }

  @Test
  void whatHasNotChangedIsNotReadForEver() {
    written("first", BEGIN);
    written("last", BEGIN.plusSeconds(30));
    known();
    known();
    known();

    written("as-if-it-had-been-there", BEGIN.plusSeconds(10));

    assertThat(known()).containsExactly("first", "last");
  }

  @Test
  void whatSaysSomethingElseIsReadThoughItsStampIsTheSame() {
    written("first", BEGIN);
    assertThat(known()).containsExactly("first");

    written("first", 2, "renamed", BEGIN);

    assertThat(known()).containsExactly("renamed");
  }

  @Test
  void whatWasReadLongAfterItsWritingIsNotFetchedAgainAndWhatComesIsRead() {
    written("first", BEGIN);
    now = BEGIN.plusSeconds(3600);
    known();
    known();

    written("first", 2, "as-if-nothing-had-been-written", BEGIN);
    assertThat(known()).containsExactly("first");

    written("next", BEGIN.plusMillis(1));
    assertThat(known()).containsExactly("first", "next");
    written("last", BEGIN.plusMillis(2));
    written("behind", BEGIN.plusMillis(1));
    assertThat(known()).as("read at once, and so not settled").contains("last", "behind");
  }

  /** As after a rebuild, which stamps what it inserts before all time. */
  @Test
  void whatWasReadWholeLongAfterItsWritingIsNotFetchedOnceMore() {
    written("first", BEGIN);
    now = BEGIN.plusSeconds(3600);
    assertThat(known()).containsExactly("first");

    written("first", 2, "as-if-nothing-had-been-written", BEGIN);
    assertThat(known()).containsExactly("first");

    written("next", BEGIN.plusMillis(1));
    assertThat(known()).containsExactly("first", "next");
  }

  @Test
  void whatCannotBeReadIsNotTakenForReadWhenItIsAskedForAgain() {
    written("first", BEGIN);
    known();
    Mono.from(
            facts
                .of(FactKind.GROUP)
                .updateOne(Filters.exists("_id"), Updates.set("g.v", "{\"no\":\"group\"")))
        .block();

    assertThatThrownBy(this::known).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(this::known).as("and once more").isInstanceOf(RuntimeException.class);
  }

  /** A group takes memory although nobody has sent its counters yet. */
  @Test
  void whatDoesNotFitIsForgottenWhereNobodyCountsDaysToo() {
    KnownTowns few = new KnownTowns(facts, () -> now, 3_000);
    written("first", BEGIN);
    now = BEGIN.plusSeconds(3600);
    few.of(XINDIAN).block();
    few.of(XINDIAN).block();
    written("first", 2, "renamed", BEGIN);
    assertThat(names(few.of(XINDIAN))).as("known").containsExactly("first");

    String elsewhere = "350213102901";
    facts
        .apply(
            List.of(event(elsewhere, 1, filed(MAXIANG, elsewhere, elsewhere + "/a", "a", TODAY))))
        .block();
    few.of(MAXIANG).block();

    assertThat(names(few.of(XINDIAN))).as("read again").containsExactly("renamed");
  }

  private void written(String id, Instant at) {
    written(id, 1, id, at);
  }

  private void written(String id, long sequence, String name, Instant at) {
    String group = PARTY_OFFICE + "/WECOM/" + id;
    var declared = new WorkGroupDeclaredV1(declaredByHand(group, name, TODAY), TOWN_OFFICE);
    facts.apply(List.of(event(group, sequence, declared))).block();
    Mono.from(
            facts
                .of(FactKind.GROUP)
                .updateOne(
                    Filters.eq("_id", group), Updates.set(GuardedFacts.WRITTEN_AT, Date.from(at))))
        .block();
    Mono.from(
            facts
                .of(FactKind.GROUP_MONTH)
                .updateMany(
                    Filters.eq("group", group),
                    Updates.set(GuardedFacts.WRITTEN_AT, Date.from(at))))
        .block();
  }

  private List<String> known() {
    return names(facts.recordOf(XINDIAN));
  }

  private static List<String> names(Mono<TownRecord> town) {
    return Objects.requireNonNull(town.block()).groups().stream().map(GroupFact::name).toList();
  }
}
