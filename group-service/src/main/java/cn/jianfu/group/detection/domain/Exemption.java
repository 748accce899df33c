package cn.jianfu.group.detection.domain;

import java.time.LocalDate;

/**
 * A rule does not apply to a unit or a group for a time, by somebody's decision.
 *
 * @param rule a rule id
 * @param to the last day; an exemption is never open-ended
 */
public record Exemption(String id, String rule, Scope scope, LocalDate from, LocalDate to) {

  /** Whom it is for. */
  public sealed interface Scope {

    /** A unit with everything below it. */
    record Unit(String code) implements Scope {}

    record Group(String groupId) implements Scope {}
  }

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
