package cn.jianfu.web.intake;

import cn.jianfu.web.problem.DeclineMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Counts what became of pushed events. */
final class IntakeMeters {

  private final DeclineMeters declines;
  private final Counter accepted;
  private final Counter unchanged;
  private final Counter declined;

  IntakeMeters(MeterRegistry meters, DeclineMeters declines) {
    this.declines = declines;
    this.accepted = counter(meters, "accepted");
    this.unchanged = counter(meters, "unchanged");
    this.declined = counter(meters, "declined");
  }

  private static Counter counter(MeterRegistry meters, String outcome) {
    return Counter.builder("jianfu.events.received")
        .description("Pushed events, by what became of them")
        .tag("outcome", outcome)
        .register(meters);
  }

  void answered(List<IntakeAnswer> answers) {
    int taken = 0;
    int known = 0;
    for (IntakeAnswer answer : answers) {
      switch (answer) {
        case IntakeAnswer.Accepted _ -> taken++;
        case IntakeAnswer.Unchanged _ -> known++;
        case IntakeAnswer.Declined it -> declines.event(it.why().type());
      }
    }
    accepted.increment(taken);
    unchanged.increment(known);
    declined.increment(answers.size() - taken - known);
  }
}
