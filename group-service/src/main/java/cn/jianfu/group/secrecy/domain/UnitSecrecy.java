package cn.jianfu.group.secrecy.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A unit's word on secrecy. Metadata cannot show what is classified, so the unit states once a year
 * that it has looked and its groups hold none, and says when something was found.
 *
 * @param town org code of the town, or of the district
 * @param statedOn the days of its statements, oldest first; they hold for the units below it too
 * @param incidents in the order of their ids
 * @param said how much was said and by whom, oldest first: it was work, whatever became of it
 */
public record UnitSecrecy(
    String unit, String town, List<LocalDate> statedOn, List<Incident> incidents, List<Said> said) {

  /** Older ones answer nothing any more. */
  static final int STATEMENTS_KEPT = 20;

  /** More of them are a matter for a phone call. */
  static final int MAX_INCIDENTS = 200;

  /** As long as others remember a day. */
  static final int DAYS_REMEMBERED = 400;

  public UnitSecrecy {
    statedOn = List.copyOf(statedOn);
    incidents = List.copyOf(incidents);
    said = List.copyOf(said);
  }

  /** Of a unit that has said nothing yet. */
  public static UnitSecrecy silent(String unit, String town) {
    return new UnitSecrecy(unit, town, List.of(), List.of(), List.of());
  }

  /** The latest statement up to a day. */
  public @Nullable LocalDate statedBy(LocalDate day) {
    return statedOn.reversed().stream().filter(on -> !on.isAfter(day)).findFirst().orElse(null);
  }

  /** It has looked, and found nothing. */
  public Verdict state(LocalDate on, LocalDate today) {
    if (on.isAfter(today)) {
      return new Verdict.Declined(List.of(Refusal.STATED_IN_FUTURE));
    }
    if (statedOn.contains(on)) {
      return new Verdict.Known();
    }
    if (incidents.stream().anyMatch(Incident::isOpen)) {
      return new Verdict.Declined(List.of(Refusal.INCIDENT_OPEN));
    }
    TreeSet<LocalDate> days = new TreeSet<>(statedOn);
    days.add(on);
    while (days.size() > STATEMENTS_KEPT) {
      days.removeFirst();
    }
    return new Verdict.Taken(new UnitSecrecy(unit, town, List.copyOf(days), incidents, said));
  }

  /** The statement was a mistake. */
  public Verdict takeBack(LocalDate on) {
    return statedOn.contains(on)
        ? new Verdict.Taken(
            new UnitSecrecy(
                unit,
                town,
                statedOn.stream().filter(each -> !each.equals(on)).toList(),
                incidents,
                said))
        : new Verdict.Known();
  }

  /** An incident as it stands now; the same id is the same incident. */
  public Verdict report(Incident said, LocalDate today) {
    List<Refusal> flaws = flaws(said, today);
    if (!flaws.isEmpty()) {
      return new Verdict.Declined(flaws);
    }
    Incident known = incident(said.id());
    if (known != null && known.asReported().equals(said)) {
      // Also of one that was withdrawn: its report that comes late does not bring it back.
      return new Verdict.Known();
    }
    if (known != null && known.isWithdrawn()) {
      return new Verdict.Declined(List.of(Refusal.INCIDENT_WITHDRAWN));
    }
    if (known == null && incidents.size() == MAX_INCIDENTS) {
      return new Verdict.Declined(List.of(Refusal.TOO_MANY_INCIDENTS));
    }
    return new Verdict.Taken(with(said));
  }

  /** It was reported in error; it is kept, with the reason. */
  public Verdict withdraw(String id, String reason, LocalDate today) {
    Incident known = incident(id);
    if (known == null) {
      return new Verdict.Declined(List.of(Refusal.INCIDENT_UNKNOWN));
    }
    if (known.isWithdrawn()) {
      return new Verdict.Known();
    }
    // What was put right was there.
    return known.resolvedOn() != null
        ? new Verdict.Declined(List.of(Refusal.INCIDENT_RESOLVED))
        : new Verdict.Taken(with(known.withdrawn(today, reason)));
  }

  private @Nullable Incident incident(String id) {
    return incidents.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
  }

  private UnitSecrecy with(Incident incident) {
    List<Incident> all = new ArrayList<>(incidents);
    all.removeIf(each -> each.id().equals(incident.id()));
    all.add(incident);
    all.sort(Comparator.comparing(Incident::id));
    return new UnitSecrecy(unit, town, statedOn, all, said);
  }

  /** The same, with one word more that somebody of this role said today. */
  public UnitSecrecy saidBy(String role, LocalDate today) {
    LocalDate since = today.minusDays(DAYS_REMEMBERED);
    List<Said> all = new ArrayList<>();
    Said todays = new Said(today, role, 0);
    for (Said each : said) {
      if (each.isBy(role, today)) {
        todays = each;
      } else if (!each.on().isBefore(since)) {
        all.add(each);
      }
    }
    all.add(todays.onceMore());
    all.sort(Comparator.comparing(Said::on).thenComparing(Said::role));
    return new UnitSecrecy(unit, town, statedOn, incidents, all);
  }

  private static List<Refusal> flaws(Incident said, LocalDate today) {
    LocalDate resolvedOn = said.resolvedOn();
    List<Refusal> flaws = new ArrayList<>();
    if (said.foundOn().isAfter(today)) {
      flaws.add(Refusal.FOUND_IN_FUTURE);
    }
    if (resolvedOn != null && resolvedOn.isAfter(today)) {
      flaws.add(Refusal.RESOLVED_IN_FUTURE);
    }
    if (resolvedOn != null && resolvedOn.isBefore(said.foundOn())) {
      flaws.add(Refusal.RESOLVED_BEFORE_FOUND);
    }
    return flaws;
  }

  /** What a word leads to. */
  public sealed interface Verdict {
    record Taken(UnitSecrecy now) implements Verdict {}

    /** That is known already. */
    record Known() implements Verdict {}

    record Declined(List<Refusal> why) implements Verdict {}
  }

  /** Why a word is not taken. */
  public enum Refusal {
    STATED_IN_FUTURE,
    INCIDENT_OPEN,
    FOUND_IN_FUTURE,
    RESOLVED_IN_FUTURE,
    RESOLVED_BEFORE_FOUND,
    TOO_MANY_INCIDENTS,
    INCIDENT_UNKNOWN,
    INCIDENT_RESOLVED,
    INCIDENT_WITHDRAWN
  }
}
