package cn.jianfu.group.detection.domain;

import java.time.LocalDate;

/**
 * What was said in a group on a day, in numbers.
 *
 * @param activeSenders how many different people wrote
 * @param acksAndLikes messages that only acknowledge (收到), and likes; {@code ~n} when the source
 *     leaves one of the two out, or both, and n are known
 * @param members how many were in the group; 0 when the source does not say
 */
public record DayCount(
    LocalDate day, int activeSenders, int messages, int acksAndLikes, int members) {

  /** Of a source that does not say how many were in the group. */
  public DayCount(LocalDate day, int activeSenders, int messages, int acksAndLikes) {
    this(day, activeSenders, messages, acksAndLikes, 0);
  }

  /** Acknowledgements and likes that are known; where not all are told there may be more. */
  int knownAcksAndLikes() {
    return tellsAcksAndLikes() ? acksAndLikes : ~acksAndLikes;
  }

  boolean tellsAcksAndLikes() {
    return acksAndLikes >= 0;
  }
}
