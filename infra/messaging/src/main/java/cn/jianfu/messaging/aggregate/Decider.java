package cn.jianfu.messaging.aggregate;

import org.jspecify.annotations.Nullable;

/**
 * Decides a command against the present state, or against null when there is no aggregate yet.
 * Pure: it may run again.
 */
@FunctionalInterface
public interface Decider<S, D> {

  Decision<S, D> decide(@Nullable S current);
}
