package cn.jianfu.load;

import cn.jianfu.load.events.Town;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * Many work groups with their members and their days, written into the store as group-service
 * writes them: each is a copy of a document that the service wrote, with values of its own. Nothing
 * of it is published. One group in twenty asks too much of its members, one in ten is silent. In an
 * orderly district that is nearly all that is wrong; in the other, groups lack a field as well, ask
 * at noon, and everybody is in too many.
 */
final class StoredDistrict {

  private static final int BATCH = 2_000;
  private static final int MEAN_SIZE = 33;
  private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

  private final MongoDatabase database;
  private final int towns;
  private final int days;
  private final LocalDate today;
  private final boolean orderly;
  private final SplittableRandom random = new SplittableRandom(17);

  /**
   * @param towns whose units the platform knows
   * @param days with counters of each group, up to yesterday
   */
  StoredDistrict(MongoDatabase database, int towns, int days, LocalDate today, boolean orderly) {
    this.database = database;
    this.towns = towns;
    this.days = days;
    this.today = today;
    this.orderly = orderly;
  }

  /** Writes so many groups. */
  void write(int groups) {
    Inserts intoGroups = new Inserts("groups");
    Inserts intoMembers = new Inserts("members");
    Inserts intoDays = new Inserts("activity");
    for (int g = 0; g < groups; g++) {
      intoGroups.add(id(g), group(g, groups));
      intoMembers.add(id(g), members(g, groups));
      boolean silent = random.nextInt(10) == 0;
      boolean demanding = random.nextInt(20) == 0;
      for (int d = 1; d <= days; d++) {
        LocalDate day = today.minusDays(d);
        intoDays.add(id(g) + "/" + day, day(g, day, silent && d < days - 20, demanding));
      }
    }
    List.of(intoGroups, intoMembers, intoDays).forEach(Inserts::flush);
  }

  String id(int g) {
    return unit(g) + "/WECOM/S" + g;
  }

  String townOf(int g) {
    return town(g).code();
  }

  private Town town(int g) {
    return new Town(g % towns);
  }

  private String unit(int g) {
    return town(g).departments().get(g / towns % 10);
  }

  private BsonDocument group(int g, int groups) {
    LocalDate created = today.minusDays(30 + random.nextInt(900));
    BsonDocument group =
        new BsonDocument()
            .append("unit", new BsonString(unit(g)))
            .append("externalId", new BsonString("S" + g))
            .append("town", new BsonString(town(g).code()))
            .append("name", new BsonString(name(g)))
            .append("kind", new BsonString(random.nextInt(8) == 0 ? "TEMPORARY" : "PERMANENT"))
            .append("matterCode", new BsonString("M" + random.nextInt(Math.max(1, groups / 2))))
            .append("purpose", new BsonString("第" + g + "项日常工作联络"))
            .append("ownerRef", new BsonString(person(random.nextInt(people(groups)))))
            .append("createdOn", date(created))
            .append("declaredOn", date(created))
            .append("validUntil", date(created.plusDays(400)))
            .append("filingNo", new BsonString("备" + g))
            .append("filedOn", date(created))
            .append("approvalNo", new BsonString("批" + g))
            .append("approvedOn", date(created))
            .append("checkDue", BsonBoolean.FALSE);
    return orderly ? group.append("ownerUnit", new BsonString(unit(g))) : group;
  }

  private int people(int groups) {
    return (orderly ? 7 : 2) * groups;
  }

  private BsonDocument members(int g, int groups) {
    int size = 2 + random.nextInt(2 * MEAN_SIZE - 2);
    TreeSet<Integer> people = new TreeSet<>();
    for (int m = 0; m < size; m++) {
      int near = (orderly ? 7 : 2) * g + random.nextInt((orderly ? 14 : 4) * size);
      people.add(Math.floorMod(near, people(groups)));
    }
    String rest = "|" + unit(g) + "|M";
    return new BsonDocument()
        .append("groupId", new BsonString(id(g)))
        .append("unit", new BsonString(unit(g)))
        .append("town", new BsonString(town(g).code()))
        .append(
            "people",
            new BsonArray(people.stream().map(p -> new BsonString(person(p) + rest)).toList()))
        .append("checkDue", BsonBoolean.FALSE);
  }

  private BsonDocument day(int g, LocalDate day, boolean silent, boolean demanding) {
    int senders = silent ? 0 : 2 + random.nextInt(9);
    boolean asked = senders > 0 && random.nextInt(5) == 0 && !(orderly && isWeekend(day));
    Integer[] hours = new Integer[24];
    Arrays.fill(hours, 0);
    int hour = orderly ? 9 + random.nextInt(3) : 9 + random.nextInt(8);
    hours[demanding ? 21 : hour] = asked ? 1 : 0;
    return new BsonDocument()
        .append("groupId", new BsonString(id(g)))
        .append("unit", new BsonString(unit(g)))
        .append("town", new BsonString(town(g).code()))
        .append("date", date(day))
        .append("activeSenders", new BsonInt32(senders))
        .append("messages", new BsonInt32(3 * senders))
        .append("ackOnly", new BsonInt32(senders))
        .append("likes", new BsonInt32(0))
        .append("taskPosts", new BsonInt32(asked ? 1 : 0))
        .append("taskPostsByHour", new BsonArray(Arrays.stream(hours).map(BsonInt32::new).toList()))
        .append("checkInChains", new BsonInt32(asked && demanding ? 1 : 0))
        .append("materialRequests", new BsonInt32(asked && demanding ? 1 : 0))
        .append("proofDemands", new BsonInt32(0))
        .append("replyDemands", new BsonInt32(0))
        .append("tasksWithoutNotice", new BsonInt32(0));
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
  }

  /** Unlike the others of its unit. */
  private static String name(int g) {
    StringBuilder name = new StringBuilder();
    for (int rest = g + 1; rest > 0; rest /= 20) {
      name.append("防汛文旅党建卫健农林水利教育民政统战信访".charAt(rest % 20));
    }
    return name.reverse() + "联络群";
  }

  /** As long as a real one. */
  private static String person(int n) {
    return String.format(Locale.ROOT, "k1:%022d", n);
  }

  private static BsonValue date(LocalDate day) {
    return new BsonDateTime(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
  }

  /** Copies of a document that is there, inserted many at a time. */
  private final class Inserts {

    private final MongoCollection<BsonDocument> collection;
    private final BsonDocument first;
    private final List<BsonDocument> waiting = new ArrayList<>(BATCH);

    Inserts(String name) {
      collection = database.getCollection(name, BsonDocument.class);
      BsonDocument found = collection.find().first();
      if (found == null) {
        throw new IllegalStateException("the service has written nothing into " + name);
      }
      first = found;
    }

    void add(String id, BsonDocument values) {
      BsonDocument copy = first.clone();
      copy.put("_id", new BsonString(id));
      copy.put("outbox", new BsonArray());
      // All is told here, whatever was not of the first.
      copy.getDocument("state").remove("untold");
      copy.getDocument("state").putAll(values);
      waiting.add(copy);
      if (waiting.size() == BATCH) {
        flush();
      }
    }

    void flush() {
      if (!waiting.isEmpty()) {
        var _ = collection.insertMany(waiting, UNORDERED);
        waiting.clear();
      }
    }
  }
}
