package cn.jianfu.report.console;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the console asks of the read side. Names come in both languages; nothing is rendered. */
interface ConsoleSource {

  Mono<Words> district();

  /** The towns that {@code asked} narrows to, inside the scope. */
  Mono<OverviewPage> overview(Scope scope, OverviewQuery asked);

  /** One row as it stands now; empty when there is no such town. */
  Mono<TownRow> town(String code);

  /** The code of each town whose view has just been written, as long as it is listened to. */
  Flux<String> changes();
}
