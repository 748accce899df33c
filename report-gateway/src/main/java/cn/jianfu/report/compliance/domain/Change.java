package cn.jianfu.report.compliance.domain;

import java.time.LocalDate;

/**
 * Something that changed in a town.
 *
 * @param what the kind of change
 * @param subject id of the group or finding
 * @param title what a person calls it
 * @param rule the finding's rule; empty for a group
 */
public record Change(LocalDate on, What what, String subject, String title, String rule) {

  /** Kinds of change, in the order in which they are told. */
  public enum What {
    GROUP_DISSOLVED,
    GROUP_MERGED,
    GROUP_RESTORED,
    GROUP_KEPT,
    GROUP_DECLARED,
    FINDING_RAISED,
    FINDING_CLEARED,
    FINDING_CONFIRMED,
    FINDING_DISMISSED
  }
}
