package cn.jianfu.report.console;

import java.util.List;
import reactor.core.publisher.Mono;

/** What the register asks; a town that the visitor may not see is empty, like one that is not. */
interface RegisterSource {

  /**
   * A page of a town's register.
   *
   * @param form what was chosen and typed already
   */
  Mono<RegisterPage> page(RegisterVisit visit, RegisterQuery asked, RegisterForm form);

  /** All groups that are asked for, on whichever page. */
  Mono<List<RegisterRow>> rows(RegisterVisit visit, RegisterQuery asked);

  /** What would become of the groups; nothing is written. Empty when none of them is there. */
  Mono<RegisterPreview> preview(RegisterVisit visit, RegisterQuery asked, RegisterForm form);

  /** Carries it out, one group at a time. Empty when none of them is there. */
  Mono<RegisterReply> carryOut(RegisterVisit visit, RegisterQuery asked, RegisterForm form);
}
