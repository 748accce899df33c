package cn.jianfu.group.reference;

import cn.jianfu.contracts.supervision.ExemptionPublishedV1;
import cn.jianfu.contracts.supervision.ExemptionV1;
import cn.jianfu.contracts.supervision.OrgUnitPublishedV1;
import cn.jianfu.contracts.supervision.OrgUnitV1;
import cn.jianfu.contracts.supervision.RoundPublishedV1;
import cn.jianfu.contracts.supervision.RoundV1;
import cn.jianfu.contracts.supervision.RuleSetPublishedV1;
import cn.jianfu.contracts.supervision.RuleSetV1;
import cn.jianfu.contracts.supervision.WorkCalendarPublishedV1;
import cn.jianfu.contracts.supervision.WorkCalendarV1;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The reference data as it was heard last. */
public final class Reference {

  private final Map<String, Kept> latest = new HashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile ReferenceData data = ReferenceData.NOTHING;

  public ReferenceData data() {
    return data;
  }

  /** Runs whenever something has changed, on the thread that heard it. */
  public void whenChanged(Runnable listener) {
    listeners.add(listener);
  }

  /** Takes what is newer than what is known, and says what that was. */
  List<Kept> apply(List<Kept> heard) {
    List<Kept> newer = new ArrayList<>();
    synchronized (latest) {
      for (Kept each : heard) {
        Kept known = latest.get(each.key());
        if (known == null || known.sequence().compareTo(each.sequence()) < 0) {
          latest.put(each.key(), each);
          newer.add(each);
        }
      }
      if (!newer.isEmpty()) {
        data = arranged();
      }
    }
    if (!newer.isEmpty()) {
      listeners.forEach(Runnable::run);
    }
    return newer;
  }

  private ReferenceData arranged() {
    Map<String, OrgUnitV1> units = new HashMap<>();
    Map<Integer, WorkCalendarV1> calendars = new HashMap<>();
    List<RuleSetV1> ruleSets = new ArrayList<>();
    List<ExemptionV1> exemptions = new ArrayList<>();
    Map<String, RoundV1> rounds = new HashMap<>();
    for (Kept each : latest.values()) {
      switch (each.payload()) {
        case OrgUnitPublishedV1 it -> units.put(it.orgUnit().orgCode(), it.orgUnit());
        case WorkCalendarPublishedV1 it -> calendars.put(it.calendar().year(), it.calendar());
        case RuleSetPublishedV1 it -> ruleSets.add(it.ruleSet());
        case ExemptionPublishedV1 it -> exemptions.add(it.exemption());
        case RoundPublishedV1 it -> rounds.put(it.round().id(), it.round());
        default -> throw new IllegalArgumentException("no reference data: " + each.type());
      }
    }
    return new ReferenceData(
        Map.copyOf(units),
        Map.copyOf(calendars),
        List.copyOf(ruleSets),
        List.copyOf(exemptions),
        Map.copyOf(rounds));
  }

  /**
   * One subject's latest reference event.
   *
   * @param sequence compares as text
   */
  record Kept(String subject, String type, String sequence, Object payload) {
    String key() {
      return type + "/" + subject;
    }
  }
}
