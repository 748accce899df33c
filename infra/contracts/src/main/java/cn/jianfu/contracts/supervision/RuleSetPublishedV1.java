package cn.jianfu.contracts.supervision;

import cn.jianfu.contracts.ActorV1;
import org.jspecify.annotations.Nullable;

/**
 * A version of the rule set was published; its effective day may lie ahead.
 *
 * @param actor who did it; null when it came with the platform
 */
public record RuleSetPublishedV1(RuleSetV1 ruleSet, @Nullable ActorV1 actor) {

  public RuleSetPublishedV1(RuleSetV1 ruleSet) {
    this(ruleSet, null);
  }
}
