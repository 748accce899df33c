package cn.jianfu.report.console;

import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.report.reference.domain.Fault;
import cn.jianfu.report.reference.domain.Ruling;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What comes of a wish to change reference data.
 *
 * @param <P> the page, as things stand afterwards
 */
sealed interface ReferenceReply<P> {

  /**
   * It is so.
   *
   * @param changed false when it was so already
   */
  record Taken<P>(P page, boolean changed) implements ReferenceReply<P> {}

  /**
   * It contradicts itself or what stands.
   *
   * @param faults each at a pointer to its field, as the API names it
   */
  record Declined<P>(P page, List<Fault> faults) implements ReferenceReply<P> {}

  /** Somebody else has changed it since it was shown. */
  record Overtaken<P>(P page) implements ReferenceReply<P> {}

  /** Nothing can be written until the broker is back. */
  record Full<P>(P page) implements ReferenceReply<P> {}

  /**
   * The texts' keys by field of a form, the gravest for each.
   *
   * @param fieldOf what a field of the API is called in the form
   */
  static Map<String, String> problems(List<Fault> faults, UnaryOperator<String> fieldOf) {
    Map<String, String> problems = new TreeMap<>();
    faults.forEach(fault ->
        problems.putIfAbsent(fieldOf.apply(fault.field()), "refusal." + fault.why().name()));
    return problems;
  }

  static <S, P> ReferenceReply<P> of(Outcome<S, Ruling.Declined<S>> outcome, P page) {
    return switch (outcome) {
      case Outcome.Applied<S, Ruling.Declined<S>> _ -> new Taken<>(page, true);
      case Outcome.Unchanged<S, Ruling.Declined<S>> _ -> new Taken<>(page, false);
      case Outcome.Repeated<S, Ruling.Declined<S>> _ -> new Taken<>(page, false);
      case Outcome.Declined<S, Ruling.Declined<S>>(Ruling.Declined<S> declined) ->
          new Declined<>(page, declined.faults());
      case Outcome.Stale<S, Ruling.Declined<S>> _ -> new Overtaken<>(page);
      case Outcome.OutboxFull<S, Ruling.Declined<S>> _ -> new Full<>(page);
      case Outcome.KeyReused<S, Ruling.Declined<S>> _ ->
          throw new IllegalStateException("each wish has a key of its own");
    };
  }
}
