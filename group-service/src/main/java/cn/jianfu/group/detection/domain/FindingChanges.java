package cn.jianfu.group.detection.domain;

import cn.jianfu.group.detection.domain.ScanOutcome.NotScanned;
import cn.jianfu.group.detection.domain.ScanOutcome.Scanned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a scan says that was not said before. Scanning twice says nothing new.
 *
 * @param changed findings with other evidence or severity than before
 * @param cleared open findings that no longer hold; one that cannot be judged now stays open
 */
public record FindingChanges(List<Detected> raised, List<Changed> changed, List<Cleared> cleared) {

  /** A finding that is still there and shows something else. */
  public record Changed(Detected before, Detected now) {

    /** Whether it got worse: what somebody dismissed is open again only then. */
    public boolean worsened() {
      return now.isWorseThan(before);
    }
  }

  /** A finding that is gone, and why. */
  public record Cleared(Detected finding, ClearedBecause why) {}

  /** The same, where some of what seems gone cannot be judged now and stays. */
  public FindingChanges without(Predicate<Detected> unknown) {
    return new FindingChanges(
        raised,
        changed,
        cleared.stream().filter(gone -> !isGone(gone) || !unknown.test(gone.finding())).toList());
  }

  /** The same, where some of what is gone goes on in a finding of another id. */
  public FindingChanges goingOn(Predicate<Detected> elsewhere) {
    return new FindingChanges(
        raised,
        changed,
        cleared.stream()
            .map(gone ->
                isGone(gone) && elsewhere.test(gone.finding())
                    ? new Cleared(gone.finding(), ClearedBecause.JOINED)
                    : gone)
            .toList());
  }

  /** Whether the facts alone say so, and not rules, exemptions or the end of its subject. */
  private static boolean isGone(Cleared cleared) {
    return switch (cleared.why()) {
      case DATA, RELABELLED, CORRECTED -> true;
      case RULE_SET, EXEMPTION, SUBJECT_CLOSED, JOINED, RESTORED, WITHDRAWN -> false;
    };
  }

  public boolean isEmpty() {
    return raised.isEmpty() && changed.isEmpty() && cleared.isEmpty();
  }

  /**
   * Compares the open findings with a scan.
   *
   * @param open as last said, also findings outside the scan's scope
   * @param earlierRuleSet the rule set with a key, to tell a change of rules from a change of
   *     facts; null when it is no longer known
   */
  public static FindingChanges between(
      Collection<Detected> open,
      ScanOutcome outcome,
      ScanInput input,
      Function<String, @Nullable RuleSet> earlierRuleSet) {
    return switch (outcome) {
      case NotScanned _ -> new FindingChanges(List.of(), List.of(), List.of());
      case Scanned scanned -> between(open, scanned, input, earlierRuleSet);
    };
  }

  private static FindingChanges between(
      Collection<Detected> open,
      Scanned scanned,
      ScanInput input,
      Function<String, @Nullable RuleSet> earlierRuleSet) {
    Map<String, Detected> before = new HashMap<>();
    open.forEach(finding -> before.put(finding.id(), finding));
    List<Detected> raised = new ArrayList<>();
    List<Changed> changed = new ArrayList<>();
    Set<String> still = new HashSet<>();
    for (Detected now : scanned.detected()) {
      still.add(now.id());
      Detected known = before.get(now.id());
      if (known == null) {
        raised.add(now);
      } else if (!now.saysTheSameAs(known)) {
        changed.add(new Changed(known, now));
      }
    }
    Clearing clearing = new Clearing(scanned, input, earlierRuleSet);
    List<Cleared> cleared =
        before.values().stream()
            .filter(finding -> !still.contains(finding.id()))
            .filter(finding -> input.scope().covers(finding))
            .sorted(Detected.BY_RULE_AND_SUBJECT)
            .<Cleared>mapMulti((finding, gone) -> {
              ClearedBecause why = clearing.reason(finding);
              if (why != null) {
                gone.accept(new Cleared(finding, why));
              }
            })
            .toList();
    return new FindingChanges(raised, changed, cleared);
  }
}
