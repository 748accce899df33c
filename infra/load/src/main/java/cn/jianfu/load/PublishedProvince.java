package cn.jianfu.load;

import cn.jianfu.contracts.group.FindingRaisedV1;
import cn.jianfu.contracts.group.WorkGroupFiledV1;
import cn.jianfu.load.events.Town;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * What group-service would have published of a province that has just begun: each group was
 * declared and filed, every second has counters of two or three days, one in twenty has a finding.
 * Of what the rules could judge three days are told.
 */
final class PublishedProvince implements AutoCloseable {

  private static final int DAYS = 3;
  private static final int DEPARTMENTS = 10;

  private final Publisher publisher;
  private final LocalDate today;
  private final int departments;
  private final SplittableRandom random = new SplittableRandom(41);

  /**
   * @param departments of each town that are known
   */
  PublishedProvince(String brokers, LocalDate today, int departments) {
    this.publisher = new Publisher(brokers);
    this.today = today;
    this.departments = Math.min(departments, DEPARTMENTS);
  }

  /** Publishes a town with so many groups. */
  void of(Town town, int groups) {
    for (int g = 0; g < groups; g++) {
      group(town, town.departments().get(g % departments), g);
    }
    for (int ago = DAYS - 1; ago >= 0; ago--) {
      publisher.say(
          "town/" + town.code(), PublishedEvents.load(town.code(), today.minusDays(ago), groups));
    }
  }

  long published() {
    return publisher.published();
  }

  private void group(Town town, String unit, int g) {
    String id = id(unit, g);
    LocalDate begun = today.minusDays(60 + random.nextInt(300));
    publisher.sayOnce(
        id,
        new WorkGroupFiledV1(
            PublishedEvents.workGroup(town, unit, id, begun, null, null), PublishedEvents.SYSTEM));
    if (g % 2 == 0) {
      for (int ago = 1 + g / 2 % 2; ago >= 0; ago--) {
        counted(town, unit, id, today.minusDays(ago + 1L));
      }
    }
    if (random.nextInt(20) == 0) {
      String rule = PublishedEvents.RULES.get(random.nextInt(PublishedEvents.RULES.size()));
      String finding = "fd-" + rule + "-" + id.replace('/', '-') + "-" + today;
      publisher.sayOnce(
          finding,
          new FindingRaisedV1(
              PublishedEvents.finding(
                  finding, rule, town, unit, id, today.minusDays(random.nextInt(DAYS)), null)));
    }
  }

  private void counted(Town town, String unit, String id, LocalDate day) {
    publisher.sayOnce(
        id + "/" + day,
        PublishedEvents.counters(town, unit, id, day, 2 + random.nextInt(9), random));
  }

  private static String id(String unit, int g) {
    return unit + "/WECOM/V" + g;
  }

  /** What was said is in the topics. */
  @Override
  public void close() {
    publisher.close();
  }
}
