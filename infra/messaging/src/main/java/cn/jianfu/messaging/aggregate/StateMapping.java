package cn.jianfu.messaging.aggregate;

import java.util.function.Function;

/**
 * How a domain state is kept: as a record of its own, so that the domain may change without the
 * store noticing.
 *
 * @param record a Java record that the codec registry can encode; it must be public, because the
 *     driver reads it by reflection
 */
public record StateMapping<S, P>(Class<P> record, Function<S, P> toRecord, Function<P, S> toState) {

  /** The state is its own record. */
  public static <S> StateMapping<S, S> identity(Class<S> record) {
    return new StateMapping<>(record, Function.identity(), Function.identity());
  }
}
