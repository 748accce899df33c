package cn.jianfu.group.activity;

import static cn.jianfu.group.activity.CountedDay.Asked.UNTOLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.codecs.DecoderContext;
import org.junit.jupiter.api.Test;

class CountedDayCodecTest {

  @Test
  void aDayIsReadWithTheMembersThatItsSourceCounted() {
    assertThat(read("members: 40"))
        .isEqualTo(new CountedDay("g", LocalDate.of(2026, 6, 29), "", 3, 9, 3, 40, null));
  }

  /** Objects of days are shared, by a number that many of them have. */
  @Test
  void everyDayIsReadAsItselfWhateverWasReadBefore() {
    LocalDate first = LocalDate.of(1969, 12, 30);

    for (int round = 0; round < 2; round++) {
      for (int number = 0; number < 30_000; number += 7) {
        LocalDate day = first.plusDays(number);
        assertThat(read("date: {$date: \"%sT00:00:00Z\"}".formatted(day)).date()).isEqualTo(day);
      }
    }
    assertThat(read("mentionAll: 1").date()).isSameAs(read("mentionAll: 2").date());
  }

  @Test
  void membersThatNobodyCountedAreNone() {
    assertThat(read("members: null").members()).isZero();
    assertThat(read("mentionAll: 1").members()).isZero();
  }

  @Test
  void aCounterThatIsNotThereIsNotTold() {
    assertThat(read("taskPosts: 3, taskPostsByHour: [], emergencyPosts: 0").asked())
        .isEqualTo(
            new CountedDay.Asked(3, List.of(), 0, UNTOLD, UNTOLD, 0, UNTOLD, UNTOLD, null, UNTOLD));
    assertThat(read("taskPostsByHour: [], checkInChains: null").asked())
        .isEqualTo(
            new CountedDay.Asked(
                UNTOLD, List.of(), 0, UNTOLD, UNTOLD, 0, UNTOLD, UNTOLD, null, UNTOLD));
  }

  @Test
  void ofADayThatTellsAllAndAskedNothingNothingIsKept() {
    String all =
        "taskPosts: 0, taskPostsByHour: [], emergencyPosts: 0, checkInChains: 0, proofDemands: 0,"
            + " materialRequests: 0, approvedMaterialRequests: 0, replyDemands: 0";

    assertThat(read(all + ", tasksWithoutNotice: 0").asked()).isNull();
    assertThat(read(all).asked()).isNotNull();
  }

  @Test
  void acknowledgementsWithoutLikesAreOnlyAPartOfThem() {
    assertThat(day("ackOnly: 4, likes: 2").acksAndLikes()).isEqualTo(6);
    assertThat(day("ackOnly: 4").acksAndLikes()).isEqualTo(~4);
    assertThat(day("likes: 2").acksAndLikes()).isEqualTo(~2);
    assertThat(day("mentionAll: 1").acksAndLikes()).isEqualTo(~0);
  }

  private static CountedDay read(String field) {
    return day("ackOnly: 1, likes: 2, " + field);
  }

  private static CountedDay day(String fields) {
    BsonDocument stored =
        BsonDocument.parse(
            """
            {_id: "x", state: {groupId: "g", date: {$date: "2026-06-29T00:00:00Z"},
              activeSenders: 3, messages: 9, %s}}
            """
                .formatted(fields));
    return new CountedDayCodec()
        .decode(new BsonDocumentReader(stored), DecoderContext.builder().build());
  }
}
