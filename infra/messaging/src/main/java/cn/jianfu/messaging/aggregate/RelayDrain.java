package cn.jianfu.messaging.aggregate;

import static cn.jianfu.messaging.aggregate.RelayRound.await;

import cn.jianfu.messaging.Epoch;
import cn.jianfu.messaging.aggregate.RelaySweep.Swept;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that publishes; whatever fails, it goes on. */
final class RelayDrain implements Runnable, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RelayDrain.class);
  private static final int ROUND = 2_000;
  private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);

  /** While writers hand over, so many times as long as a sweep takes there is no other. */
  private static final int PUBLISH_PER_SWEEP = 4;

  private final RelayQueue queue;
  private final RelayRound round;
  private final RelaySweep sweep;
  private final Epoch epochs;
  private final Supplier<EventSender> senders;
  private final Thread thread;
  private @Nullable EventSender sender;
  private long epoch;
  private long sweptAt;
  private Duration sweepTook = Duration.ZERO;
  private boolean brokerIsThere = true;
  private boolean moreToSweep;
  private volatile boolean closed;

  RelayDrain(
      RelayQueue queue,
      RelayRound round,
      RelaySweep sweep,
      Epoch epochs,
      Supplier<EventSender> senders) {
    this.queue = queue;
    this.round = round;
    this.sweep = sweep;
    this.epochs = epochs;
    this.senders = senders;
    this.thread = Thread.ofPlatform().daemon().name("outbox-relay").unstarted(this);
  }

  void start() {
    thread.start();
  }

  @Override
  public void run() {
    while (!closed) {
      try {
        once();
      } catch (InterruptedException stop) {
        closed = true;
      } catch (RuntimeException failure) {
        LOG.warn("publishing failed and goes on; events stay in their outboxes", failure);
        pause();
      }
    }
    handBack();
  }

  /** What was not taken yet is free for another relay, or for this one after a restart. */
  private void handBack() {
    try {
      round.giveBack(queue.take(Integer.MAX_VALUE));
    } catch (RuntimeException storeIsAway) {
      LOG.warn("unpublished events wait until their leases end", storeIsAway);
    }
  }

  private void once() throws InterruptedException {
    EventSender out = sender();
    if (queue.isEmpty() && !moreToSweep) {
      queue.await(untilSweep());
    }
    List<Grant> grants = queue.take(ROUND);
    if (!grants.isEmpty()) {
      fresh(grants, out);
    }
    for (Map.Entry<Outbox, Set<String>> nudged : queue.takeNudged().entrySet()) {
      brokerIs(sweep.publish(nudged.getKey(), nudged.getValue(), out, epoch));
    }
    if ((moreToSweep && queue.isEmpty()) || untilSweep().isZero()) {
      sweep(out);
    }
  }

  private EventSender sender() {
    EventSender out = sender;
    if (out == null) {
      epoch = await(epochs.current());
      out = senders.get();
      sender = out;
      queue.open(true);
    }
    return out;
  }

  private void fresh(List<Grant> grants, EventSender out) {
    if (brokerIsThere) {
      brokerIs(round.publish(grants, out, epoch).brokerIsThere());
    } else {
      round.giveBack(grants);
    }
  }

  private void sweep(EventSender out) {
    long begun = System.nanoTime();
    epoch = await(epochs.current());
    Swept swept = sweep.run(out, epoch, brokerIsThere);
    moreToSweep = swept.more();
    sweptAt = System.nanoTime();
    sweepTook = Duration.ofNanos(sweptAt - begun);
    brokerIs(swept.brokerIsThere());
  }

  private void brokerIs(boolean there) {
    if (there != brokerIsThere) {
      LOG.warn(there ? "the broker is back" : "the broker does not answer; events wait");
      brokerIsThere = there;
      moreToSweep |= there;
    }
    queue.open(there && !closed);
  }

  private Duration untilSweep() {
    Duration since = Duration.ofNanos(System.nanoTime() - sweptAt);
    Duration rest = queue.isEmpty() ? Duration.ZERO : sweepTook.multipliedBy(PUBLISH_PER_SWEEP);
    Duration left = (rest.compareTo(SWEEP_EVERY) > 0 ? rest : SWEEP_EVERY).minus(since);
    return left.isNegative() || sweptAt == 0 ? Duration.ZERO : left;
  }

  /** The store is away or the producer is broken: a new producer after a moment. */
  private void pause() {
    EventSender broken = sender;
    sender = null;
    queue.open(false);
    if (broken != null) {
      broken.close();
    }
    try {
      Thread.sleep(SWEEP_EVERY);
    } catch (InterruptedException stop) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    queue.open(false);
    queue.wake();
    join();
    EventSender out = sender;
    if (out != null) {
      out.close();
    }
  }

  private void join() {
    try {
      if (!thread.join(Duration.ofSeconds(5))) {
        thread.interrupt();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
