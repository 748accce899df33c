package cn.jianfu.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.jianfu.contracts.ActorV1;
import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.EventType;
import cn.jianfu.contracts.group.ActivityRecordedV1;
import cn.jianfu.contracts.group.DecisionV1;
import cn.jianfu.contracts.group.FindingClearedV1;
import cn.jianfu.contracts.group.FindingRaisedV1;
import cn.jianfu.contracts.group.FindingV1;
import cn.jianfu.contracts.group.LoadSummarisedV1;
import cn.jianfu.contracts.group.MembersCountedV1;
import cn.jianfu.contracts.group.TransitionV1;
import cn.jianfu.contracts.group.WorkGroupDecidedV1;
import cn.jianfu.contracts.group.WorkGroupDissolvedV1;
import cn.jianfu.contracts.group.WorkGroupFiledV1;
import cn.jianfu.contracts.group.WorkGroupV1;
import cn.jianfu.load.events.Town;
import cn.jianfu.messaging.EventHeaders;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.EventSequence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * What group-service would have published of towns over more than a year: nobody can push so old
 * days any more. Each group has counters of every day and its members of every month; one in twelve
 * was dissolved in the middle. Each month finds something in every fourth group, and three of four
 * findings are put right after some weeks. What the rules could judge is told of every day.
 */
final class PublishedYear implements AutoCloseable {

  /** Days that the gateway keeps counters of. */
  static final int DAYS = 400;

  private static final List<String> RULES =
      List.of("G-ZOMB", "G-REG", "G-HOURS", "G-INST", "G-DUMP", "G-TRACE", "G-OVER", "G-DUPM");
  private static final ActorV1 SYSTEM = new ActorV1("load", "load", "town-system", "");

  private final KafkaProducer<String, byte[]> producer;
  private final LocalDate today;
  private final Map<String, Long> sequences = new HashMap<>();
  private final SplittableRandom random = new SplittableRandom(23);
  private long published;

  PublishedYear(String brokers, LocalDate today) {
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ProducerConfig.LINGER_MS_CONFIG,
                5),
            new StringSerializer(),
            new ByteArraySerializer());
    this.today = today;
  }

  /** Publishes a town with so many groups. */
  void of(Town town, int groups) {
    for (int g = 0; g < groups; g++) {
      group(town, town.departments().get(g % 10), g);
    }
    for (int ago = DAYS; ago >= 0; ago--) {
      say("town/" + town.code(), load(town.code(), today.minusDays(ago), groups));
    }
  }

  /** What comes each morning: yesterday of every group, in one go. */
  void morning(Town town, int groups) {
    for (int g = 0; g < groups; g++) {
      String unit = town.departments().get(g % 10);
      String id = unit + "/WECOM/Y" + g;
      if (g % 12 != 0) {
        say(id + "/" + today, counters(town, unit, id, today, false));
      }
    }
  }

  long published() {
    return published;
  }

  private void group(Town town, String unit, int g) {
    String id = unit + "/WECOM/Y" + g;
    LocalDate begun = today.minusDays(DAYS + 30);
    LocalDate ended = g % 12 == 0 ? today.minusDays(60 + random.nextInt(280)) : null;
    say(id, new WorkGroupFiledV1(workGroup(town, unit, id, begun, null, null), SYSTEM));
    if (ended != null) {
      LocalDate decided = ended.minusDays(20);
      say(id, new WorkGroupDecidedV1(workGroup(town, unit, id, begun, decided, null), SYSTEM));
      say(id, new WorkGroupDissolvedV1(workGroup(town, unit, id, begun, decided, ended), SYSTEM));
    }
    boolean silent = random.nextInt(10) == 0;
    for (int ago = DAYS; ago > 0; ago--) {
      LocalDate day = today.minusDays(ago);
      if (ended == null || day.isBefore(ended)) {
        say(id + "/" + day, counters(town, unit, id, day, silent && ago < DAYS / 2));
      }
      if (day.getDayOfMonth() == 1) {
        say(id + "/members", new MembersCountedV1(id, unit, town.code(), day, 33));
        found(town, unit, id, day);
      }
    }
  }

  private void found(Town town, String unit, String group, LocalDate on) {
    if (random.nextInt(4) == 0) {
      String rule = RULES.get(random.nextInt(RULES.size()));
      String id = "fd-" + rule + "-" + group.replace('/', '-') + "-" + on;
      say(id, new FindingRaisedV1(finding(id, rule, town, unit, group, on, null)));
      LocalDate cleared = on.plusDays(14 + random.nextInt(30));
      if (random.nextInt(4) != 0 && !cleared.isAfter(today)) {
        say(id, new FindingClearedV1(finding(id, rule, town, unit, group, on, cleared)));
      }
    }
  }

  private static FindingV1 finding(
      String id,
      String rule,
      Town town,
      String unit,
      String group,
      LocalDate on,
      @Nullable LocalDate cleared) {
    return new FindingV1(
        id,
        rule,
        group,
        List.of(group),
        "负荷",
        unit,
        town.code(),
        "M",
        "district@1",
        Map.of("times", 3, "days", 2, "windowDays", 28),
        "负荷",
        "load",
        "API",
        on,
        cleared == null ? on : cleared,
        cleared,
        cleared == null ? null : "DATA");
  }

  private ActivityRecordedV1 counters(
      Town town, String unit, String group, LocalDate day, boolean silent) {
    int senders = silent ? 0 : 2 + random.nextInt(9);
    return new ActivityRecordedV1(
        group,
        unit,
        town.code(),
        day,
        senders * 4,
        senders,
        senders > 0 ? 1 : 0,
        List.of(),
        0,
        0,
        senders,
        senders,
        random.nextInt(40) == 0 ? 1 : 0,
        random.nextInt(40) == 0 ? 1 : 0,
        0,
        0,
        0,
        null,
        0,
        33);
  }

  private static LoadSummarisedV1 load(String town, LocalDate day, int groups) {
    return new LoadSummarisedV1(
        town,
        town,
        true,
        day,
        Map.of("1", 400, "2", 300, "3", 120, "7", 30, "12", 5),
        RULES.stream().collect(Collectors.toMap(it -> it, _ -> groups)),
        Map.of(),
        Map.of());
  }

  private static WorkGroupV1 workGroup(
      Town town,
      String unit,
      String id,
      LocalDate begun,
      @Nullable LocalDate decided,
      @Nullable LocalDate ended) {
    String state = ended != null ? "DISSOLVED" : decided != null ? "DISSOLVING" : "FILED";
    return new WorkGroupV1(
        id,
        unit,
        town.code(),
        "WECOM",
        id.substring(id.lastIndexOf('/') + 1),
        "负荷" + id,
        "PERMANENT",
        null,
        null,
        "工作联络与通知",
        unit,
        "备",
        begun,
        null,
        null,
        null,
        begun,
        33,
        begun,
        begun,
        "负荷" + id,
        null,
        state,
        "API",
        List.of(),
        transitions(begun, decided, ended),
        decided == null ? null : decision(decided, ended),
        null);
  }

  private static List<TransitionV1> transitions(
      LocalDate begun, @Nullable LocalDate decided, @Nullable LocalDate ended) {
    List<TransitionV1> filed =
        List.of(new TransitionV1("DECLARED", begun), new TransitionV1("FILED", begun));
    return decided == null
        ? filed
        : ended == null
            ? with(filed, new TransitionV1("DISSOLVING", decided))
            : with(
                with(filed, new TransitionV1("DISSOLVING", decided)),
                new TransitionV1("DISSOLVED", ended));
  }

  private static List<TransitionV1> with(List<TransitionV1> before, TransitionV1 next) {
    return Stream.concat(before.stream(), Stream.of(next)).toList();
  }

  private static DecisionV1 decision(LocalDate on, @Nullable LocalDate executed) {
    return new DecisionV1(
        "DISSOLVE",
        "任务已完成",
        SYSTEM,
        on,
        on.plusDays(30),
        null,
        null,
        null,
        executed,
        executed == null ? null : executed.plusDays(30),
        null);
  }

  private void say(String subject, Object event) {
    EventType<?> type = EventCatalogue.of(event);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(type.topic(), subject, EventJson.write(event).getBytes(UTF_8));
    Map.of(
            EventHeaders.SPEC_VERSION,
            "1.0",
            EventHeaders.ID,
            UUID.randomUUID().toString(),
            EventHeaders.TYPE,
            type.name(),
            EventHeaders.SOURCE,
            "/group-service",
            EventHeaders.SUBJECT,
            subject,
            EventHeaders.TIME,
            Instant.now().toString(),
            EventHeaders.SEQUENCE,
            EventSequence.of(1, sequences.merge(subject, 1L, Long::sum)))
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    var _ = producer.send(record);
    published++;
  }

  /** What was said is in the topics. */
  @Override
  public void close() {
    producer.close();
  }
}
