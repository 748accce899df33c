package cn.jianfu.group.detection.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What groups would become as one (合并预案). A merge that makes a flood of messages has only moved the
 * burden, so what is known of the load stands beside what is saved.
 *
 * @param target the group that goes on
 * @param parts all groups, the target first and then by id
 * @param shared pairs that have members in common, by ids
 * @param because rules that speak for it; none for a plan that somebody made up
 */
public record MergePlan(
    String town,
    String target,
    List<Part> parts,
    List<Shared> shared,
    List<String> because,
    Result result) {

  public MergePlan {
    parts = List.copyOf(parts);
    shared = List.copyOf(shared);
    because = List.copyOf(because);
  }

  /**
   * A group as it is.
   *
   * @param members null when nobody has said who is in it
   * @param messagesPerWorkday null when too little was counted
   */
  public record Part(
      String group, @Nullable Integer members, @Nullable Integer messagesPerWorkday) {}

  /** How many people are in both groups. */
  public record Shared(String first, String second, int members) {}

  /**
   * The group that would go on.
   *
   * @param members how many people it would have; null when those of a part are unknown
   * @param newcomers how many of them are not in the target now
   * @param membershipsSaved by how many the memberships of all people together would fall
   * @param messagesPerWorkday if as much is said as now; null when that of a part is unknown
   * @param limit of messages for each working day; null when the rule set has none
   */
  public record Result(
      @Nullable Integer members,
      @Nullable Integer newcomers,
      @Nullable Integer membershipsSaved,
      @Nullable Integer messagesPerWorkday,
      @Nullable Integer limit) {

    /** Whether more would be said than is good (G-MEGA). */
    public boolean floods() {
      return messagesPerWorkday != null && limit != null && messagesPerWorkday > limit;
    }
  }
}
