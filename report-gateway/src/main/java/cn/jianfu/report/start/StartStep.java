package cn.jianfu.report.start;

import reactor.core.publisher.Mono;

/** Something to be done before anything is heard or answered; beans of it run in their order. */
@FunctionalInterface
public interface StartStep {

  /** Indexes come first: everything else reads or writes. */
  int INDEXES = 0;

  /** Topics, with the partitions and retention that they need. */
  int TOPICS = 5;

  /** Then what was written before is published. */
  int RELAY = 10;

  /** Then what an empty district starts with. */
  int SEED = 20;

  /** Then what everything refers to. */
  int REFERENCE = 30;

  /** Then what works in the background. */
  int WORKERS = 40;

  Mono<Void> run();
}
