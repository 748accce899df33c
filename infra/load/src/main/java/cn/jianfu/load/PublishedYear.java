package cn.jianfu.load;

import static cn.jianfu.load.PublishedEvents.RULES;
import static cn.jianfu.load.PublishedEvents.SYSTEM;
import static cn.jianfu.load.PublishedEvents.counters;
import static cn.jianfu.load.PublishedEvents.finding;
import static cn.jianfu.load.PublishedEvents.load;
import static cn.jianfu.load.PublishedEvents.workGroup;

import cn.jianfu.contracts.group.FindingClearedV1;
import cn.jianfu.contracts.group.FindingRaisedV1;
import cn.jianfu.contracts.group.MembersCountedV1;
import cn.jianfu.contracts.group.WorkGroupDecidedV1;
import cn.jianfu.contracts.group.WorkGroupDissolvedV1;
import cn.jianfu.contracts.group.WorkGroupFiledV1;
import cn.jianfu.load.events.Town;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * What group-service would have published of towns over more than a year: nobody can push so old
 * days any more. Each group has counters of every day and its members of every month; one in twelve
 * was dissolved in the middle. Each month finds something in every fourth group, and three of four
 * findings are put right after some weeks. What the rules could judge is told of every day.
 */
final class PublishedYear implements AutoCloseable {

  /** Days that the gateway keeps counters of. */
  static final int DAYS = 400;

  private final Publisher publisher;
  private final LocalDate today;
  private final SplittableRandom random = new SplittableRandom(23);

  PublishedYear(String brokers, LocalDate today) {
    this.publisher = new Publisher(brokers);
    this.today = today;
  }

  /** Publishes a town with so many groups. */
  void of(Town town, int groups) {
    for (int g = 0; g < groups; g++) {
      group(town, town.departments().get(g % 10), g);
    }
    for (int ago = DAYS; ago >= 0; ago--) {
      publisher.say("town/" + town.code(), load(town.code(), today.minusDays(ago), groups));
    }
  }

  /** What comes each morning: yesterday of every group, in one go. */
  void morning(Town town, int groups) {
    for (int g = 0; g < groups; g++) {
      String unit = town.departments().get(g % 10);
      String id = unit + "/WECOM/Y" + g;
      if (g % 12 != 0) {
        publisher.say(id + "/" + today, counters(town, unit, id, today, senders(false), random));
      }
    }
  }

  long published() {
    return publisher.published();
  }

  private void group(Town town, String unit, int g) {
    String id = unit + "/WECOM/Y" + g;
    LocalDate begun = today.minusDays(DAYS + 30);
    LocalDate ended = g % 12 == 0 ? today.minusDays(60 + random.nextInt(280)) : null;
    publisher.say(id, new WorkGroupFiledV1(workGroup(town, unit, id, begun, null, null), SYSTEM));
    if (ended != null) {
      LocalDate decided = ended.minusDays(20);
      publisher.say(
          id, new WorkGroupDecidedV1(workGroup(town, unit, id, begun, decided, null), SYSTEM));
      publisher.say(
          id, new WorkGroupDissolvedV1(workGroup(town, unit, id, begun, decided, ended), SYSTEM));
    }
    boolean silent = random.nextInt(10) == 0;
    for (int ago = DAYS; ago > 0; ago--) {
      LocalDate day = today.minusDays(ago);
      if (ended == null || day.isBefore(ended)) {
        publisher.say(
            id + "/" + day,
            counters(town, unit, id, day, senders(silent && ago < DAYS / 2), random));
      }
      if (day.getDayOfMonth() == 1) {
        publisher.say(id + "/members", new MembersCountedV1(id, unit, town.code(), day, 33));
        found(town, unit, id, day);
      }
    }
  }

  private void found(Town town, String unit, String group, LocalDate on) {
    if (random.nextInt(4) == 0) {
      String rule = RULES.get(random.nextInt(RULES.size()));
      String id = "fd-" + rule + "-" + group.replace('/', '-') + "-" + on;
      publisher.say(id, new FindingRaisedV1(finding(id, rule, town, unit, group, on, null)));
      LocalDate cleared = on.plusDays(14 + random.nextInt(30));
      if (random.nextInt(4) != 0 && !cleared.isAfter(today)) {
        publisher.say(id, new FindingClearedV1(finding(id, rule, town, unit, group, on, cleared)));
      }
    }
  }

  private int senders(boolean silent) {
    return silent ? 0 : 2 + random.nextInt(9);
  }

  /** What was said is in the topics. */
  @Override
  public void close() {
    publisher.close();
  }
}
