package cn.jianfu.group.activity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.activity.domain.ActivityDay;
import cn.jianfu.group.activity.domain.Counters;
import com.mongodb.MongoClientSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.junit.jupiter.api.Test;

class ActivityRecordTest {

  private static final Codec<ActivityRecord> CODEC =
      MongoClientSettings.getDefaultCodecRegistry().get(ActivityRecord.class);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  @Test
  void whatIsNotToldIsStoredAsSuchAndReadBackSo() {
    ActivityDay day =
        day(
            new Counters(
                42, 2, 3, List.of(), 0, null, null, null, null, null, 0, null, null, null, null,
                null));
    BsonDocument stored = stored(day);

    assertThat(read(stored)).isEqualTo(day);
    assertThat(counted(stored)).isEqualTo(counted("untold: 510, source: \"oa\""));
    // As the version before had it, whose numbers may not be absent.
    assertThat(stored)
        .containsEntry("checkInChains", new BsonInt32(0))
        .containsEntry("tasksWithoutNotice", new BsonInt32(0));
  }

  @Test
  void ofPostsOfWhichOnlyTheHoursAreToldTheHoursAreStored() {
    List<Integer> hours = new ArrayList<>(Collections.nCopies(24, 0));
    hours.set(22, 2);
    ActivityDay day =
        day(new Counters(42, 2, null, hours, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, null, null));
    BsonDocument stored = stored(day);

    assertThat(read(stored)).isEqualTo(day);
    assertThat(stored).containsEntry("taskPosts", new BsonInt32(2));
    assertThat(counted(stored).asked())
        .satisfies(asked -> {
          assertThat(asked.taskPosts()).isEqualTo(CountedDay.Asked.UNTOLD);
          assertThat(asked.taskPostsByHour()).isEqualTo(hours);
        });
  }

  @Test
  void aNoughtOfBeforeStaysANoughtAndNobodyKnowsWhoCountedIt() {
    BsonDocument stored =
        BsonDocument.parse(
            """
            {groupId: "g", unit: "u", town: "t", date: {$date: "2026-11-01T00:00:00Z"},
              messages: 42, activeSenders: 2, taskPosts: 0, taskPostsByHour: [], emergencyPosts: 0,
              mentionAll: 0, ackOnly: 0, likes: 0, checkInChains: 0, materialRequests: 0,
              proofDemands: 0, replyDemands: 0, tasksWithoutNotice: 0}
            """);

    assertThat(read(stored))
        .isEqualTo(
            day(new Counters(42, 2, 0, List.of(), 0, 0, 0, 0, 0, 0, 0, 0, 0, null, 0, null), ""));
  }

  /** As detection reads it. */
  private static CountedDay counted(BsonDocument stored) {
    BsonDocument whole = new BsonDocument("_id", new BsonString("x")).append("state", stored);
    return new CountedDayCodec()
        .decode(new BsonDocumentReader(whole), DecoderContext.builder().build());
  }

  private static CountedDay counted(String untold) {
    return counted(
        BsonDocument.parse(
            """
            {groupId: "g", unit: "u", town: "t", date: {$date: "2026-11-01T00:00:00Z"},
              messages: 42, activeSenders: 2, taskPosts: 3, taskPostsByHour: [], emergencyPosts: 0,
              mentionAll: 0, ackOnly: 0, likes: 0, checkInChains: 0, materialRequests: 0,
              approvedMaterialRequests: 0, proofDemands: 0, replyDemands: 0,
              tasksWithoutNotice: 0, %s}
            """
                .formatted(untold)));
  }

  private static ActivityDay day(Counters counters) {
    return day(counters, "oa");
  }

  private static ActivityDay day(Counters counters, String source) {
    return new ActivityDay("g", "u", "t", DAY, counters, source);
  }

  private static BsonDocument stored(ActivityDay day) {
    BsonDocument document = new BsonDocument();
    CODEC.encode(
        new BsonDocumentWriter(document), ActivityRecord.of(day), EncoderContext.builder().build());
    return document;
  }

  private static ActivityDay read(BsonDocument stored) {
    return CODEC.decode(new BsonDocumentReader(stored), DecoderContext.builder().build()).day();
  }
}
