package cn.jianfu.group.selfcheck;

import cn.jianfu.contracts.group.SelfCheckChangedV1;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A unit's list in a round; public because the codec reads it.
 *
 * @param decisionsDue answers that are not yet decisions of their groups
 */
public record SelfCheck(
    String round,
    String unit,
    String town,
    LocalDate generatedOn,
    @Nullable LocalDate completedOn,
    List<SelfCheckItem> items,
    boolean decisionsDue) {

  /** Who answered. */
  public record By(String issuer, String subject, String role, String unit) {}

  static String idOf(String round, String unit) {
    return round + "/" + unit;
  }

  static SelfCheck generated(
      String round, String unit, String town, LocalDate on, List<SelfCheckItem> items) {
    return new SelfCheck(round, unit, town, on, items.isEmpty() ? on : null, items, false);
  }

  /**
   * As the unit's groups are now, while the list is open: what nobody has answered is suggested
   * anew or is gone with its group, and groups that came since are added. A list that was empty was
   * never complete.
   */
  SelfCheck with(List<SelfCheckItem> now, LocalDate on) {
    if (completedOn != null && !items.isEmpty()) {
      return this;
    }
    Map<String, SelfCheckItem> present = new LinkedHashMap<>();
    now.forEach(item -> present.put(item.groupId(), item));
    List<SelfCheckItem> next = new ArrayList<>();
    for (SelfCheckItem item : items) {
      SelfCheckItem suggested = present.remove(item.groupId());
      if (!item.isOpen()) {
        next.add(item);
      } else if (suggested != null) {
        next.add(suggested);
      }
    }
    next.addAll(present.values());
    boolean complete = next.stream().noneMatch(SelfCheckItem::isOpen);
    return next.equals(items)
        ? this
        : new SelfCheck(round, unit, town, generatedOn, complete ? on : null, next, decisionsDue);
  }

  /**
   * What was answered of a group stands when it goes on under another id: nobody is asked twice.
   *
   * @param goesOnAs the id under which it goes on, by the one that it had
   */
  SelfCheck joined(Map<String, String> goesOnAs) {
    if (items.stream().noneMatch(item -> goesOnAs.containsKey(item.groupId()))) {
      return this;
    }
    Map<String, SelfCheckItem> next = new LinkedHashMap<>();
    for (SelfCheckItem item : items) {
      String id = goesOnAs.getOrDefault(item.groupId(), item.groupId());
      next.merge(id, item.goingOnAs(id), (one, other) -> one.isOpen() ? other : one);
    }
    return new SelfCheck(
        round, unit, town, generatedOn, completedOn, List.copyOf(next.values()), decisionsDue);
  }

  SelfCheck answered(List<SelfCheckItem> now, LocalDate on) {
    boolean complete = now.stream().noneMatch(SelfCheckItem::isOpen);
    return new SelfCheck(round, unit, town, generatedOn, complete ? on : null, now, true);
  }

  SelfCheck decided() {
    return new SelfCheck(round, unit, town, generatedOn, completedOn, items, false);
  }

  SelfCheckChangedV1 published() {
    return new SelfCheckChangedV1(
        round,
        unit,
        town,
        items.size(),
        (int) items.stream().filter(it -> SelfCheckItem.CONFIRMED.equals(it.answer())).count(),
        (int) items.stream().filter(it -> SelfCheckItem.CONTESTED.equals(it.answer())).count(),
        generatedOn,
        completedOn,
        byDay(SelfCheckItem.CONFIRMED),
        byDay(SelfCheckItem.CONTESTED));
  }

  private Map<String, Integer> byDay(String answer) {
    Map<String, Integer> days = new TreeMap<>();
    for (SelfCheckItem item : items) {
      LocalDate on = item.answeredOn();
      if (answer.equals(item.answer()) && on != null) {
        days.merge(on.toString(), 1, Integer::sum);
      }
    }
    return days;
  }
}
