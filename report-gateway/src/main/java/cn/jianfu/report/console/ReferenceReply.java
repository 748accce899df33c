package cn.jianfu.report.console;

import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.report.reference.domain.Fault;
import cn.jianfu.report.reference.domain.Refusal;
import cn.jianfu.report.reference.domain.Ruling;

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
   * @param field pointer to the field that is at fault, as the API names it
   */
  record Declined<P>(P page, Refusal why, String field) implements ReferenceReply<P> {}

  /** Somebody else has changed it since it was shown. */
  record Overtaken<P>(P page) implements ReferenceReply<P> {}

  /** Nothing can be written until the broker is back. */
  record Full<P>(P page) implements ReferenceReply<P> {}

  static <S, P> ReferenceReply<P> of(Outcome<S, Ruling.Declined<S>> outcome, P page) {
    return switch (outcome) {
      case Outcome.Applied<S, Ruling.Declined<S>> _ -> new Taken<>(page, true);
      case Outcome.Unchanged<S, Ruling.Declined<S>> _ -> new Taken<>(page, false);
      case Outcome.Repeated<S, Ruling.Declined<S>> _ -> new Taken<>(page, false);
      case Outcome.Declined<S, Ruling.Declined<S>>(Ruling.Declined<S> declined) ->
          declined(page, declined.faults().getFirst());
      case Outcome.Stale<S, Ruling.Declined<S>> _ -> new Overtaken<>(page);
      case Outcome.OutboxFull<S, Ruling.Declined<S>> _ -> new Full<>(page);
      case Outcome.KeyReused<S, Ruling.Declined<S>> _ ->
          throw new IllegalStateException("each wish has a key of its own");
    };
  }

  /** The gravest is told; a page's form has few fields that can be wrong. */
  private static <P> ReferenceReply<P> declined(P page, Fault gravest) {
    return new Declined<>(page, gravest.why(), gravest.field());
  }
}
