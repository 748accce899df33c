package cn.jianfu.report.reference.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exemption (豁免) from a rule; never open-ended.
 *
 * @param scopeUnit applies to this unit and everything below it
 * @param scopeGroup a single group's id, when it is for that group only
 * @param to last day on which it holds
 */
public record Exemption(
    String id,
    String rule,
    String scopeUnit,
    @Nullable String scopeGroup,
    String reason,
    String approvedBy,
    LocalDate from,
    LocalDate to,
    @Nullable LocalDate revokedOn) {

  /** Whoever needs it for longer says so again, and somebody looks again. */
  public static final int MOST_YEARS = 1;

  public static final int LONGEST_REASON = 500;
  public static final int LONGEST_APPROVAL = 200;

  /**
   * What the wish leads to.
   *
   * @param today one for years to come cannot be had by asking for each of them at once
   */
  public static Ruling<Exemption> decide(
      @Nullable Exemption current,
      Exemption wish,
      OrgTree units,
      RuleSets ruleSets,
      LocalDate today) {
    if (wish.to().isBefore(wish.from())) {
      return Ruling.declined(Refusal.ENDS_BEFORE_IT_BEGINS, "/to");
    }
    if (wish.revokedOn() != null && wish.revokedOn().isBefore(wish.from())) {
      return Ruling.declined(Refusal.ENDS_BEFORE_IT_BEGINS, "/revokedOn");
    }
    LocalDate counted = wish.from().isBefore(today) ? wish.from() : today;
    if (isMore(current, wish) && wish.to().isAfter(counted.plusYears(MOST_YEARS))) {
      return Ruling.declined(Refusal.LASTS_TOO_LONG, "/to");
    }
    if (units.find(wish.scopeUnit()).isEmpty()) {
      return Ruling.declined(Refusal.UNIT_UNKNOWN, "/scopeUnit");
    }
    if (ruleSets.versions().stream().noneMatch(set -> set.rules().containsKey(wish.rule()))) {
      return Ruling.declined(Refusal.RULE_UNKNOWN, "/rule");
    }
    if (wish.equals(current)) {
      return Ruling.unchanged();
    }
    if (current != null && current.revokedOn() != null) {
      return Ruling.declined(Refusal.REVOKED, "/revokedOn");
    }
    return Ruling.accepted(wish);
  }

  /** One that was accepted before may stay as it is, and be revoked. */
  private static boolean isMore(@Nullable Exemption current, Exemption wish) {
    return current == null
        || wish.from().isBefore(current.from())
        || wish.to().isAfter(current.to())
        || !wish.rule().equals(current.rule())
        || !wish.scopeUnit().equals(current.scopeUnit())
        || !Objects.equals(wish.scopeGroup(), current.scopeGroup());
  }

  /** Whether it covers a finding of that rule on that day. */
  public boolean covers(
      String ofRule, String unit, List<String> groups, LocalDate day, OrgTree units) {
    return rule.equals(ofRule)
        && holdsOn(day)
        && units.within(unit, scopeUnit)
        && (scopeGroup == null
            || (!groups.isEmpty() && groups.stream().allMatch(group -> group.equals(scopeGroup))));
  }

  private boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(lastDay());
  }

  /** The last day on which it holds; before {@code from} when it was revoked before it began. */
  public LocalDate lastDay() {
    return revokedOn == null || revokedOn.isAfter(to) ? to : revokedOn.minusDays(1);
  }
}
