package cn.jianfu.messaging.aggregate;

import cn.jianfu.messaging.TestEvents.AccountOpenedV1;
import cn.jianfu.messaging.TestEvents.TotalReachedV1;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An aggregate for tests: a total that is added to and never goes below zero. */
record Account(String id, long total) {

  /** As it is stored. */
  public record Row(
      String name, long sum, LocalDate day, LocalTime hour, Instant at, @Nullable String note) {}

  static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  static final LocalTime HOUR = LocalTime.of(23, 30);
  static final Instant AT = Instant.parse("2026-03-01T16:30:00Z");

  static final StateMapping<Account, Row> MAPPING =
      new StateMapping<>(
          Row.class,
          account -> new Row(account.id(), account.total(), DAY, HOUR, AT, null),
          row -> {
            if (!row.day().equals(DAY) || !row.hour().equals(HOUR) || !row.at().equals(AT)) {
              throw new IllegalStateException("shifted: " + row);
            }
            return new Account(row.name(), row.sum());
          });

  static Command<Account, String> add(String id, String key, long amount) {
    return command(id, key, "hash-of-" + amount, null, amount);
  }

  static Command<Account, String> addAt(String id, String key, Instant time, long amount) {
    return command(id, key, "hash-of-" + amount, time, amount);
  }

  static Command<Account, String> command(
      String id, String key, String hash, @Nullable Instant time, long amount) {
    return new Command<>(id, key, hash, "town", time, null, current -> decide(id, current, amount));
  }

  static Decision<Account, String> decide(String id, @Nullable Account current, long amount) {
    long before = current == null ? 0 : current.total();
    if (amount == 0) {
      return new Decision.Unchanged<>();
    }
    if (before + amount < 0) {
      return new Decision.Declined<>("below zero");
    }
    Account next = new Account(id, before + amount);
    TotalReachedV1 reached = new TotalReachedV1(id, next.total(), null);
    return new Decision.Accepted<>(
        next, current == null ? List.of(new AccountOpenedV1(id), reached) : List.of(reached));
  }
}
