package cn.jianfu.group.pushes;

import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.pushes.domain.DeclinedEvent;
import cn.jianfu.group.pushes.domain.PushTally;
import cn.jianfu.group.pushes.domain.PushedFrom;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.web.intake.IntakeAnswer;
import cn.jianfu.web.intake.SentEvent;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemBody;
import cn.jianfu.web.problem.WebProblems;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Counts answers in memory, until they are taken to the store. */
public final class PushCounter {

  private final Reference reference;
  private final BiFunction<Problem, Locale, ProblemBody> inWords;
  private final DistrictClock clock;
  private final DeclinedEvents declined;
  private final KnownSources sources = new KnownSources();
  private Map<PushedFrom, PushTally> counted = new HashMap<>();

  PushCounter(
      Reference reference, BiFunction<Problem, Locale, ProblemBody> inWords, DistrictClock clock) {
    this.reference = reference;
    this.inWords = inWords;
    this.clock = clock;
    this.declined = new DeclinedEvents(reference);
  }

  /**
   * Counts one event; not one that is to be sent again because the platform was not able to take
   * it.
   *
   * @param unit whose event it is
   * @param source as it says; null for one whose source is not to be believed
   */
  public void count(String unit, @Nullable String source, SentEvent event, IntakeAnswer answer) {
    if (answer instanceof IntakeAnswer.Declined(Problem why) && isOurOwn(why)) {
      return;
    }
    Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
    PushTally one =
        switch (answer) {
          case IntakeAnswer.Accepted _ -> PushTally.ofAccepted(event.time(), now);
          case IntakeAnswer.Unchanged _ -> PushTally.ofUnchanged(now);
          case IntakeAnswer.Declined(Problem why) -> declined(why, declined.of(unit, event, now));
        };
    reference
        .data()
        .townOf(unit)
        .map(town ->
            new PushedFrom(
                town, unit, sources.of(unit, source, clock.dayOf(now)), clock.dayOf(now)))
        .ifPresent(from -> add(from, one));
  }

  /** What was counted since the last time. */
  synchronized Map<PushedFrom, PushTally> taken() {
    Map<PushedFrom, PushTally> taken = counted;
    counted = new HashMap<>();
    return taken;
  }

  private static boolean isOurOwn(Problem why) {
    return why.type().status() >= 500 || why.type().equals(WebProblems.STALE_VERSION);
  }

  private synchronized void add(PushedFrom from, PushTally one) {
    counted.merge(from, one, PushTally::plus);
  }

  private PushTally declined(Problem why, DeclinedEvent event) {
    String reason =
        why.errors().isEmpty()
            ? why.type().name()
            : why.type().name() + "#" + why.errors().getFirst().code();
    return PushTally.ofDeclined(
        reason, words(why, Locale.CHINESE, "："), words(why, Locale.ENGLISH, ": "), event);
  }

  private String words(Problem why, Locale locale, String between) {
    ProblemBody body = inWords.apply(why, locale);
    return body.errors().isEmpty()
        ? body.title()
        : body.title() + between + body.errors().getFirst().message();
  }
}
