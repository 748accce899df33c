package cn.jianfu.report.console;

import reactor.core.publisher.Mono;

/** Findings one by one. */
interface FindingPages {

  /** A finding with what speaks for it; empty when there is none or the user may not see it. */
  Mono<FindingPage> finding(ConsoleUser user, String id);
}
