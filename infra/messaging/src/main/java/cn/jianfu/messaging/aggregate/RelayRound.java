package cn.jianfu.messaging.aggregate;

import static java.util.stream.Collectors.partitioningBy;

import cn.jianfu.messaging.aggregate.EventSender.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** One round of publishing: send, wait for the acknowledgements, forget what is out. */
final class RelayRound {

  /** Longer than any single command on a store that is there. */
  private static final Duration STORE_PATIENCE = Duration.ofSeconds(10);

  private final RelaySettings settings;
  private final RelayQueue queue;
  private final Backlog backlog;
  private final RelayMeters meters;
  private final InstantSource clock;
  private final CrashPoints crash;

  RelayRound(
      RelaySettings settings,
      RelayQueue queue,
      Backlog backlog,
      RelayMeters meters,
      InstantSource clock,
      CrashPoints crash) {
    this.settings = settings;
    this.queue = queue;
    this.backlog = backlog;
    this.meters = meters;
    this.clock = clock;
    this.crash = crash;
  }

  Result publish(List<Grant> grants, EventSender sender, long epoch) {
    Instant now = clock.instant();
    Map<Boolean, List<Grant>> inTime =
        grants.stream()
            .collect(partitioningBy(one -> one.outlasts(settings.deliveryTimeout(), now)));
    // Those that waited too long in memory go back to the outbox; the sweep takes them.
    giveBack(inTime.getOrDefault(false, List.of()));
    return deliver(inTime.getOrDefault(true, List.of()), sender, epoch);
  }

  private Result deliver(List<Grant> grants, EventSender sender, long epoch) {
    Delivery delivery = sender.send(grants, epoch);
    crash.afterAck();
    Map<Outbox, RoundEnd> ends = new HashMap<>();
    int sent = 0;
    int all = 0;
    for (int i = 0; i < grants.size(); i++) {
      Grant grant = grants.get(i);
      int acknowledged = delivery.acknowledged().get(i);
      ends.computeIfAbsent(grant.outbox(), _ -> new RoundEnd()).add(grant, acknowledged);
      sent += acknowledged;
      all += grant.entries().size();
    }
    meters.sent(sent);
    meters.failed(all - sent);
    ends.forEach(this::settle);
    backlog.published(sent);
    return new Result(sent, all - sent, sent > 0 || !delivery.brokerIsAway());
  }

  /**
   * How a round ended.
   *
   * @param brokerIsThere even if it refused something
   */
  record Result(int sent, int failed, boolean brokerIsThere) {}

  private void settle(Outbox outbox, RoundEnd end) {
    List<Published> whole = end.whole();
    if (!whole.isEmpty() && await(outbox.queries().forget(whole)) < end.wholeCount()) {
      // Another write came between: the rest of those outboxes is read anew, under a new lease.
      List<Published> rest = await(outbox.queries().stillOurs(whole));
      release(outbox, rest);
      rest.forEach(done -> done.ids().forEach(id -> queue.nudge(outbox, id)));
    }
    release(outbox, end.part());
    if (!end.part().isEmpty()) {
      queue.leaveBehind(clock.instant());
    }
  }

  private static void release(Outbox outbox, List<Published> some) {
    if (!some.isEmpty()) {
      await(outbox.queries().release(some).thenReturn(true));
    }
  }

  /** Lets go of what was not sent, so that any relay may take it. */
  void giveBack(List<Grant> grants) {
    Map<Outbox, RoundEnd> ends = new HashMap<>();
    for (Grant grant : grants) {
      ends.computeIfAbsent(grant.outbox(), _ -> new RoundEnd()).add(grant, 0);
    }
    ends.forEach((outbox, end) -> release(outbox, end.part()));
    if (!ends.isEmpty()) {
      queue.leaveBehind(clock.instant());
    }
  }

  static <T> T await(Mono<T> answer) {
    return Objects.requireNonNull(answer.block(STORE_PATIENCE));
  }
}
