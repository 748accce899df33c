package cn.jianfu.report.closing;

import reactor.core.publisher.Mono;

/**
 * Whether everything that had been said by a moment is known here. A day that is closed before
 * would be closed without what was said on it.
 */
@FunctionalInterface
public interface CaughtUp {

  /** Whether it is, with everything that had been said when it was first asked for that. */
  Mono<Boolean> with(String what);
}
