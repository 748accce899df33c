package cn.jianfu.group.pushes;

import cn.jianfu.group.pushes.domain.PushTally;
import cn.jianfu.group.pushes.domain.PushedFrom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

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
  public record DeclinedRecord(String reason, long events, String zh, String en) {}

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
            .map(each ->
                new DeclinedRecord(
                    each.getKey(),
                    each.getValue().events(),
                    each.getValue().zh(),
                    each.getValue().en()))
            .toList(),
        tally.timed(),
        tally.lagSeconds(),
        tally.lastAt());
  }

  Pushes pushes() {
    NavigableMap<String, PushTally.Declined> byReason = new TreeMap<>();
    declined.forEach(each ->
        byReason.put(each.reason(), new PushTally.Declined(each.events(), each.zh(), each.en())));
    return new Pushes(
        new PushedFrom(town, unit, source, day),
        new PushTally(accepted, unchanged, byReason, timed, lagSeconds, lastAt));
  }
}
