package cn.jianfu.report.console;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Findings one by one. */
interface FindingPages {

  /**
   * A finding with what spoke for it on a day; empty when there was none by then or the user may
   * not see it.
   *
   * @param asOf null is today, as is a day that has not come yet
   */
  Mono<FindingPage> finding(ConsoleUser user, String id, @Nullable LocalDate asOf);
}
