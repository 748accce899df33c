package cn.jianfu.group.activity;

import static cn.jianfu.group.activity.CountedDay.Asked.UNTOLD;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.RawBsonDocumentCodec;
import org.jspecify.annotations.Nullable;

/**
 * Reads a day as it comes from the wire. A scan of all groups reads some hundred thousand of them,
 * and a document of documents for each cost as much as everything that is done with it.
 */
final class CountedDayCodec implements Codec<CountedDay> {

  private static final RawBsonDocumentCodec WHOLE = new RawBsonDocumentCodec();

  private static final long MILLIS_OF_A_DAY = Duration.ofDays(1).toMillis();

  /**
   * Every group has counters of the same few days, which a scan keeps: one object of each will do.
   */
  private static final @Nullable LocalDate[] SHARED = new LocalDate[1024];

  /** In one piece: in the driver's buffers each byte that is read passes several checks. */
  @Override
  public CountedDay decode(BsonReader reader, DecoderContext context) {
    try (BsonReader bytes = WHOLE.decode(reader, context).asBsonReader()) {
      return day(bytes);
    }
  }

  private static CountedDay day(BsonReader reader) {
    Fields fields = new Fields();
    reader.readStartDocument();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      if (reader.readName().equals("state")) {
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
          fields.read(reader);
        }
        reader.readEndDocument();
      } else {
        reader.skipValue();
      }
    }
    reader.readEndDocument();
    return fields.day();
  }

  @Override
  public void encode(BsonWriter writer, CountedDay day, EncoderContext context) {
    throw new UnsupportedOperationException("days are written as aggregates only");
  }

  @Override
  public Class<CountedDay> getEncoderClass() {
    return CountedDay.class;
  }

  /** The fields of a day while they are read, in whatever order. */
  private static final class Fields {
    String groupId = "";
    LocalDate date = LocalDate.EPOCH;
    String source = "";
    int senders;
    int messages;
    int acks = UNTOLD;
    int likes = UNTOLD;
    int members;
    int taskPosts = UNTOLD;
    @Nullable List<Integer> byHour;
    int emergencies;
    int chains = UNTOLD;
    int material = UNTOLD;
    int approved;
    int proof = UNTOLD;
    int replies = UNTOLD;
    @Nullable Integer shortestReply;
    int withoutNotice = UNTOLD;
    int untold;

    void read(BsonReader reader) {
      String name = reader.readName();
      if (reader.getCurrentBsonType() == BsonType.NULL) {
        reader.readNull();
        return;
      }
      switch (name) {
        case "groupId" -> groupId = reader.readString();
        case "date" -> date = day(reader.readDateTime());
        case "source" -> source = reader.readString();
        case "activeSenders" -> senders = reader.readInt32();
        case "messages" -> messages = reader.readInt32();
        case "ackOnly" -> acks = reader.readInt32();
        case "likes" -> likes = reader.readInt32();
        case "members" -> members = reader.readInt32();
        case "taskPosts" -> taskPosts = reader.readInt32();
        case "taskPostsByHour" -> byHour = numbers(reader);
        case "emergencyPosts" -> emergencies = reader.readInt32();
        case "checkInChains" -> chains = reader.readInt32();
        case "materialRequests" -> material = reader.readInt32();
        case "approvedMaterialRequests" -> approved = reader.readInt32();
        case "proofDemands" -> proof = reader.readInt32();
        case "replyDemands" -> replies = reader.readInt32();
        case "shortestReplyMinutes" -> shortestReply = reader.readInt32();
        case "tasksWithoutNotice" -> withoutNotice = reader.readInt32();
        case "untold" -> untold = reader.readInt32();
        default -> reader.skipValue();
      }
    }

    private static LocalDate day(long millis) {
      long number = Math.floorDiv(millis, MILLIS_OF_A_DAY);
      int place = (int) (number & (SHARED.length - 1));
      LocalDate known = SHARED[place];
      if (known == null || known.toEpochDay() != number) {
        known = LocalDate.ofEpochDay(number);
        SHARED[place] = known;
      }
      return known;
    }

    /** The hours of a day without posts are not kept. */
    private List<Integer> numbers(BsonReader reader) {
      if (taskPosts == 0) {
        reader.skipValue();
        return List.of();
      }
      List<Integer> numbers = new ArrayList<>(24);
      reader.readStartArray();
      while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
        numbers.add(reader.readInt32());
      }
      reader.readEndArray();
      return numbers;
    }

    CountedDay day() {
      if (untold != 0) {
        acks = told(Untold.ACK_ONLY, acks);
        likes = told(Untold.LIKES, likes);
        taskPosts = told(Untold.TASK_POSTS, taskPosts);
        chains = told(Untold.CHECK_IN_CHAINS, chains);
        material = told(Untold.MATERIAL_REQUESTS, material);
        proof = told(Untold.PROOF_DEMANDS, proof);
        replies = told(Untold.REPLY_DEMANDS, replies);
        withoutNotice = told(Untold.TASKS_WITHOUT_NOTICE, withoutNotice);
      }
      return new CountedDay(
          groupId, date, source, senders, messages, acksAndLikes(), members, asked());
    }

    private int told(Untold counter, int stored) {
      return counter.isIn(untold) ? UNTOLD : stored;
    }

    private int acksAndLikes() {
      int known = Math.max(0, acks) + Math.max(0, likes);
      return acks == UNTOLD || likes == UNTOLD ? ~known : known;
    }

    /** Each stored day has hours, be they none; without them what was asked was not read. */
    private CountedDay.@Nullable Asked asked() {
      return byHour == null
              || (taskPosts | chains | material | proof | replies | withoutNotice) == 0
          ? null
          : new CountedDay.Asked(
              taskPosts,
              byHour,
              emergencies,
              chains,
              material,
              approved,
              proof,
              replies,
              shortestReply,
              withoutNotice);
    }
  }
}
