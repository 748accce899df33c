package cn.jianfu.group.detection;

import cn.jianfu.group.change.GroupChanges;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.reference.Reference;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks again when something changed, a day passed or a mark was left behind: at the changed groups
 * at once, and at all groups as soon as it may. However much changes, each of the two takes a tenth
 * of the time at most.
 */
final class DetectionFollowUp implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DetectionFollowUp.class);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration LONGEST_SCAN = Duration.ofMinutes(10);
  private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(30);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int REST_PER_WORK = 9;
  private static final long NOT_DUE = Long.MIN_VALUE;

  /** More than that are sooner seen by a scan of all. */
  private static final int GROUPS_AT_ONCE = 100;

  private final Detection detection;
  private final ChangedGroups changed;
  private final CheckMarks marks;
  private final GroupChanges changes;
  private final Reference reference;
  private final DistrictClock clock;
  private final LongSupplier nanos;
  private final AtomicBoolean rulesChanged = new AtomicBoolean(true);
  private volatile @Nullable Thread thread;
  private @Nullable LocalDate lastDay;
  private boolean scanDue;
  private long restUntil;
  private long lookAfter;
  private long sweepAt;
  private volatile long dueSince = NOT_DUE;

  /**
   * @param nanos measures how long something takes, whatever day the district has
   */
  DetectionFollowUp(
      Detection detection,
      ChangedGroups changed,
      CheckMarks marks,
      GroupChanges changes,
      Reference reference,
      DistrictClock clock,
      LongSupplier nanos) {
    this.detection = detection;
    this.changed = changed;
    this.marks = marks;
    this.changes = changes;
    this.reference = reference;
    this.clock = clock;
    this.nanos = nanos;
    reference.whenChanged(() -> rulesChanged.set(true));
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name("detection").start(this::run);
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(LOOK);
        noteWhatIsDue();
        if (!changes.isEmpty() && nanos.getAsLong() >= lookAfter) {
          lookAtChanged();
        }
        if (nanos.getAsLong() >= restUntil && isDue()) {
          scan();
        }
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException failure) {
        LOG.warn("the scan failed and is tried again", failure);
        rulesChanged.set(true);
      }
    }
  }

  private void noteWhatIsDue() {
    if (dueSince == NOT_DUE && (scanDue || !changes.isEmpty())) {
      dueSince = nanos.getAsLong();
    }
  }

  /** For how many seconds a change waits that no scan of all has seen; within one scan exactly. */
  double waitsFor() {
    long since = dueSince;
    return since == NOT_DUE ? 0 : (nanos.getAsLong() - since) / 1e9;
  }

  private boolean isDue() {
    if (reference.data().ruleSetOn(clock.today()).isEmpty()) {
      return false;
    }
    boolean due = rulesChanged.getAndSet(false);
    due |= !clock.today().equals(lastDay);
    due |= scanDue || !changes.isEmpty();
    return due || isLeftBehind();
  }

  /** What another instance wrote and was killed before it looked. */
  private boolean isLeftBehind() {
    if (nanos.getAsLong() < sweepAt) {
      return false;
    }
    sweepAt = nanos.getAsLong() + BETWEEN_SWEEPS.toNanos();
    return Boolean.TRUE.equals(marks.any().block(BETWEEN_SWEEPS));
  }

  /** Whatever comes of it, all groups are looked at later: a change may concern others, too. */
  private void lookAtChanged() {
    Set<String> groups = changes.take().groups();
    scanDue = true;
    if (groups.isEmpty() || groups.size() > GROUPS_AT_ONCE) {
      return;
    }
    long began = nanos.getAsLong();
    @Nullable Integer looked = changed.look(groups).block(LONGEST_SCAN);
    long took = nanos.getAsLong() - began;
    lookAfter = nanos.getAsLong() + took * REST_PER_WORK;
    LOG.debug("looked at {} of {} groups in {} ms", looked, groups.size(), took / 1_000_000);
  }

  // A job of its own thread, like a binding: here the reactive part is waited for.
  private void scan() {
    changes.take();
    scanDue = false;
    lastDay = clock.today();
    long began = nanos.getAsLong();
    @Nullable ScanResult result = null;
    long took;
    try {
      result = detection.run().block(LONGEST_SCAN);
    } finally {
      took = nanos.getAsLong() - began;
      rest(Math.max(took * REST_PER_WORK, result == null ? SOON.toNanos() : 0));
    }
    if (result == null) {
      // Another instance is at it and may have begun before the change, or may not live to its end.
      rulesChanged.set(true);
      return;
    }
    dueSince = NOT_DUE;
    LOG.debug("scanned in {} ms: {}", took / 1_000_000, result);
  }

  private void rest(long duration) {
    restUntil = nanos.getAsLong() + duration;
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
