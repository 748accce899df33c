package cn.jianfu.report.console;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Which group a register's entry is; empty where there is no such entry, or it is not seen. */
interface JoinSource {

  Mono<JoinPage> page(RegisterVisit visit, String entry);

  /**
   * Says that the entry is that group, or that it is none after all.
   *
   * @param into null to undo
   */
  Mono<JoinPage> say(RegisterVisit visit, String entry, @Nullable String into, String key);
}
