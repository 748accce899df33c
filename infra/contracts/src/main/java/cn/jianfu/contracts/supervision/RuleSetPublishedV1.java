package cn.jianfu.contracts.supervision;

/** A version of the rule set was published; its effective day may lie ahead. */
public record RuleSetPublishedV1(RuleSetV1 ruleSet) {}
