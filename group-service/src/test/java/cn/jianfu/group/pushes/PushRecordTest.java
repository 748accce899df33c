package cn.jianfu.group.pushes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.jianfu.contracts.group.DeclinedPushesV1;
import cn.jianfu.group.pushes.domain.DeclinedEvent;
import cn.jianfu.group.pushes.domain.PushTally;
import cn.jianfu.group.pushes.domain.PushedFrom;
import com.mongodb.MongoClientSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.junit.jupiter.api.Test;

class PushRecordTest {

  private static final Codec<PushRecord> CODEC =
      MongoClientSettings.getDefaultCodecRegistry().get(PushRecord.class);
  private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");

  @Test
  void declinedEventsAreStoredAndReadBackInTheirOrder() {
    Pushes pushes =
        pushes(
            List.of(
                new DeclinedEvent(null, "PUT groups/activity", "350213101000/WECOM/wr-1", NOW),
                new DeclinedEvent("oa-17", null, null, NOW.minusSeconds(60))));

    assertThat(read(stored(pushes))).isEqualTo(pushes);
  }

  @Test
  void aTallyOfBeforeThatKeptNoneIsReadAndPublishedWithoutThem() {
    BsonDocument stored = stored(pushes(List.of()));
    stored.getArray("declined").getFirst().asDocument().remove("latest");

    assertThat(read(stored)).isEqualTo(pushes(List.of()));
    assertThat(read(stored).published().declined())
        .extracting(DeclinedPushesV1::events, DeclinedPushesV1::latest)
        .containsExactly(tuple(3L, null));
  }

  private static Pushes pushes(List<DeclinedEvent> latest) {
    return new Pushes(
        new PushedFrom("350213101000", "350213101000", "/oa", LocalDate.of(2026, 11, 27)),
        new PushTally(
            5,
            1,
            new TreeMap<>(
                Map.of("web.invalid", new PushTally.Declined(3, "不符合要求", "invalid", latest))),
            2,
            60,
            NOW));
  }

  private static BsonDocument stored(Pushes pushes) {
    BsonDocument document = new BsonDocument();
    CODEC.encode(
        new BsonDocumentWriter(document), PushRecord.of(pushes), EncoderContext.builder().build());
    return document;
  }

  private static Pushes read(BsonDocument document) {
    return CODEC
        .decode(new BsonDocumentReader(document), DecoderContext.builder().build())
        .pushes();
  }
}
