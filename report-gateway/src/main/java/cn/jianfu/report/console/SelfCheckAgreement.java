package cn.jianfu.report.console;

import cn.jianfu.report.console.SelfCheckPlace.Told;
import cn.jianfu.report.group.ListTold;
import cn.jianfu.report.group.SelfCheckAnswer;
import cn.jianfu.report.group.SelfCheckList;
import java.util.List;

/**
 * An agreement to everything that is open in some lists.
 *
 * @param before the lists as they were when it was given
 */
record SelfCheckAgreement(SelfCheckPlace place, SelfCheckMapping mapping, List<Told> before) {

  /** A list before it and after it. */
  record Step(Told before, Told after) {

    boolean failed() {
      return !(after.said() instanceof ListTold.Known);
    }

    /** A list that did not take its answers is shown as it was. */
    Told shown() {
      return failed() ? before : after;
    }
  }

  SelfCheckPage page() {
    return place.page(before, mapping);
  }

  SelfCheckAgreed notGiven() {
    return new SelfCheckAgreed(page(), true, 0, List.of());
  }

  SelfCheckAgreed taken(List<Step> steps) {
    var after = place.page(steps.stream().map(Step::shown).toList(), mapping);
    return new SelfCheckAgreed(
        after,
        false,
        page().open() - after.open(),
        steps.stream()
            .filter(Step::failed)
            // What could not be read before is missing on the page already.
            .filter(step -> step.before().said() instanceof ListTold.Known)
            .flatMap(step -> place.missing(step.after()).stream())
            .toList());
  }

  static List<SelfCheckAnswer> answers(Told unit) {
    return unit.said() instanceof ListTold.Known(var list)
        ? list.items().stream()
            .filter(SelfCheckList.Item::open)
            .map(item -> SelfCheckAnswer.confirming(item.groupId()))
            .toList()
        : List.of();
  }
}
