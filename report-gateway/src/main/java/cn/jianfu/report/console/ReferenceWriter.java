package cn.jianfu.report.console;

import cn.jianfu.contracts.ActorV1;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.report.reference.Request;
import cn.jianfu.report.reference.domain.Ruling;
import cn.jianfu.report.scope.Access;
import cn.jianfu.web.security.Caller;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A user of the console as the one who changes reference data, by the rule of the API. */
record ReferenceWriter(ActorV1 actor) {

  /** How a kind of reference data is put. */
  @FunctionalInterface
  interface Put<S> {
    Mono<Outcome<S, Ruling.Declined<S>>> put(S wish, Request request, ActorV1 actor);
  }

  /** Fails with 403 for whoever may not over the API. */
  static ReferenceWriter of(ConsoleUser user, Access access) {
    var caller = new Caller(user.issuer(), user.subject(), user.roles(), user.unit(), user.name());
    return new ReferenceWriter(access.mayAdminister(caller));
  }

  /**
   * Puts what is wished. A form that is sent twice has seen a version that is gone, but what it
   * wishes is so already: that is no conflict.
   *
   * @param seen the version that was shown
   */
  <S> Mono<Outcome<S, Ruling.Declined<S>>> put(
      S wish, @Nullable Stored<S> now, long seen, Put<S> put) {
    return now != null && now.state().equals(wish)
        ? Mono.just(new Outcome.Unchanged<>(now))
        : put.put(wish, new Request(actor.subject(), seen), actor);
  }
}
