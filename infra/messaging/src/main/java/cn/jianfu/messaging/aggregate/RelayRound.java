package cn.jianfu.messaging.aggregate;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
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

  /** True when the broker is there: something was acknowledged, or there was nothing to send. */
  boolean publish(List<Grant> grants, EventSender sender, long epoch) {
    List<Grant> inTime =
        grants.stream()
            .filter(one -> one.outlasts(settings.deliveryTimeout(), clock.instant()))
            .toList();
    int[] acknowledged = sender.send(inTime, epoch);
    crash.afterAck();
    Map<Outbox, RoundEnd> ends = new HashMap<>();
    int sent = 0;
    int all = 0;
    for (int i = 0; i < acknowledged.length; i++) {
      Grant grant = inTime.get(i);
      ends.computeIfAbsent(grant.outbox(), _ -> new RoundEnd()).add(grant, acknowledged[i]);
      sent += acknowledged[i];
      all += grant.entries().size();
    }
    meters.sent(sent);
    meters.failed(all - sent);
    ends.forEach(this::settle);
    backlog.published(sent);
    giveBackLate(grants, inTime);
    return sent > 0 || all == 0;
  }

  private void settle(Outbox outbox, RoundEnd end) {
    List<Published> whole = end.whole();
    if (!whole.isEmpty() && await(outbox.queries().forget(whole)) < end.wholeCount()) {
      // Another write came between: the rest of those outboxes is read anew, under a new lease.
      await(outbox.queries().release(whole).thenReturn(true));
      whole.forEach(done -> done.ids().forEach(id -> queue.nudge(outbox, id)));
    }
    List<Published> part = end.part();
    if (!part.isEmpty()) {
      await(outbox.queries().release(part).thenReturn(true));
    }
  }

  /** Those that waited too long in memory go back to the outbox; the sweep takes them. */
  private void giveBackLate(List<Grant> grants, List<Grant> inTime) {
    if (inTime.size() == grants.size()) {
      return;
    }
    List<Grant> late = new ArrayList<>(grants);
    late.removeAll(inTime);
    giveBack(late);
  }

  void giveBack(List<Grant> grants) {
    Map<Outbox, RoundEnd> ends = new HashMap<>();
    for (Grant grant : grants) {
      ends.computeIfAbsent(grant.outbox(), _ -> new RoundEnd()).add(grant, 0);
    }
    ends.forEach((outbox, end) -> await(outbox.queries().release(end.part()).thenReturn(true)));
  }

  static <T> T await(Mono<T> answer) {
    return Objects.requireNonNull(answer.block(STORE_PATIENCE));
  }
}
