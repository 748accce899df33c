package cn.jianfu.group.detection.domain;

/**
 * G-DRIFT: groups that have little but acknowledgements and likes. A group in which hardly anything
 * is said has not drifted, if enough working days are counted to tell. Where acknowledgements or
 * likes of a day are not told, those that are may show a drift and cannot show that there is none.
 */
final class DriftRule {

  private DriftRule() {}

  static void apply(RuleScan scan) {
    Ratio limit = scan.thresholds().ratio("drift.maxShare");
    int least = scan.thresholds().wholeNumber("drift.minMessages");
    Weeks weeks = Weeks.before(scan.day(), scan.thresholds().wholeNumber("counters.windowDays"));
    for (GroupFacts group : scan.liveGroups()) {
      ActivityFacts activity = scan.input().activity().get(group.id());
      if (activity == null || activity.between(weeks.from(), weeks.to()).isEmpty()) {
        scan.unknown(group);
        continue;
      }
      long messages = 0;
      long hollow = 0;
      boolean allTold = true;
      for (DayCount day : activity.between(weeks.from(), weeks.to())) {
        messages += day.messages();
        hollow += day.knownAcksAndLikes();
        allTold &= day.tellsAcksAndLikes();
      }
      boolean isExempt = scan.exempts(group);
      if (messages < least) {
        boolean isQuiet = MessageLoad.of(activity, weeks, scan.input().workingTime()) != null;
        if (!isQuiet && !isExempt) {
          // A source may leave silent days out, so that few days are no want of data.
          scan.notSeenYet(group);
        }
        continue;
      }
      boolean drifted = limit.exceededBy(hollow, messages);
      if (!drifted && !allTold && !isExempt) {
        scan.unknown(group);
        continue;
      }
      if (!isExempt) {
        scan.exposed(group.unit());
      }
      if (drifted) {
        scan.found(isExempt, group, 0, evidence(messages, hollow, limit, weeks));
      }
    }
  }

  private static Evidence evidence(long messages, long hollow, Ratio limit, Weeks weeks) {
    return Evidence.builder()
        .number("acksAndLikes", hollow)
        .number("messages", messages)
        .number("share", Ratio.share(hollow, messages))
        .limit("limit", limit.decimal())
        .day("from", weeks.from())
        .day("to", weeks.to())
        .build();
  }
}
