package cn.jianfu.group.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.codecs.DecoderContext;
import org.junit.jupiter.api.Test;

class CountedDayCodecTest {

  @Test
  void aDayIsReadWithTheMembersThatItsSourceCounted() {
    assertThat(read("members: 40"))
        .isEqualTo(new CountedDay("g", LocalDate.of(2026, 6, 29), 3, 9, 3, 40, null));
  }

  @Test
  void membersThatNobodyCountedAreNone() {
    assertThat(read("members: null").members()).isZero();
    assertThat(read("mentionAll: 1").members()).isZero();
  }

  private static CountedDay read(String field) {
    BsonDocument stored =
        BsonDocument.parse(
            """
            {_id: "x", state: {groupId: "g", date: {$date: "2026-06-29T00:00:00Z"},
              activeSenders: 3, messages: 9, ackOnly: 1, likes: 2, %s}}
            """
                .formatted(field));
    return new CountedDayCodec()
        .decode(new BsonDocumentReader(stored), DecoderContext.builder().build());
  }
}
