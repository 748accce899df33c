package cn.jianfu.report.console;

import java.util.List;

/**
 * What would become of the groups that were chosen.
 *
 * @param key for carrying it out, so that sending it twice is sending it once
 * @param outcomes in the order of the groups; empty while the form is not complete
 */
record RegisterPreview(
    Words townName,
    RegisterQuery query,
    RegisterDesk desk,
    String key,
    List<RegisterOutcome> outcomes) {

  /** What can be carried out. */
  public List<RegisterOutcome> ready() {
    return of(RegisterOutcome.Kind.DONE);
  }

  public List<RegisterOutcome> declined() {
    return of(RegisterOutcome.Kind.DECLINED);
  }

  public List<RegisterOutcome> unheard() {
    return of(RegisterOutcome.Kind.UNHEARD);
  }

  private List<RegisterOutcome> of(RegisterOutcome.Kind kind) {
    return outcomes.stream().filter(it -> it.is(kind)).toList();
  }
}
