package cn.jianfu.group.pushes;

import cn.jianfu.group.pushes.domain.DeclinedEvent;
import cn.jianfu.group.pushes.domain.PushTally;
import cn.jianfu.group.pushes.domain.PushedFrom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A tally as it is stored; public because the codec reads it. */
public record PushRecord(
    String town,
    String unit,
    String source,
    LocalDate day,
    long accepted,
    long unchanged,
    List<DeclinedRecord> declined,
    long timed,
    long lagSeconds,
    Instant lastAt) {

  /** Events declined for one reason. A reason has dots in it, so that it cannot be a field. */
  public record DeclinedRecord(
      String reason,
      long events,
      String zh,
      String en,
      @Nullable List<DeclinedEventRecord> latest) {

    static DeclinedRecord of(String reason, PushTally.Declined it) {
      return new DeclinedRecord(
          reason,
          it.events(),
          it.zh(),
          it.en(),
          it.latest().stream().map(DeclinedEventRecord::of).toList());
    }

    /** What was stored before events were kept has none. */
    PushTally.Declined declined() {
      return new PushTally.Declined(
          events,
          zh,
          en,
          latest == null
              ? List.of()
              : latest.stream().map(DeclinedEventRecord::declinedEvent).toList());
    }
  }

  /** One of the latest declined events. */
  public record DeclinedEventRecord(
      @Nullable String id, @Nullable String type, @Nullable String group, Instant at) {

    static DeclinedEventRecord of(DeclinedEvent it) {
      return new DeclinedEventRecord(it.id(), it.type(), it.group(), it.at());
    }

    DeclinedEvent declinedEvent() {
      return new DeclinedEvent(id, type, group, at);
    }
  }

  static PushRecord of(Pushes it) {
    PushTally tally = it.tally();
    return new PushRecord(
        it.from().town(),
        it.from().unit(),
        it.from().source(),
        it.from().day(),
        tally.accepted(),
        tally.unchanged(),
        tally.declined().entrySet().stream()
            .map(each -> DeclinedRecord.of(each.getKey(), each.getValue()))
            .toList(),
        tally.timed(),
        tally.lagSeconds(),
        tally.lastAt());
  }

  Pushes pushes() {
    NavigableMap<String, PushTally.Declined> byReason = new TreeMap<>();
    declined.forEach(each -> byReason.put(each.reason(), each.declined()));
    return new Pushes(
        new PushedFrom(town, unit, source, day),
        new PushTally(accepted, unchanged, byReason, timed, lagSeconds, lastAt));
  }
}
