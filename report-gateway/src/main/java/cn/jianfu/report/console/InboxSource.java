package cn.jianfu.report.console;

import reactor.core.publisher.Mono;

/** Tells what somebody has to do today. */
interface InboxSource {

  Mono<InboxPage> inbox(UnitVisit visit);
}
