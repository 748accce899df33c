package cn.jianfu.report.group;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What groups would become as one, as group-service computed it; null is unknown.
 *
 * @param groups the one that would go on first
 * @param because rules that speak for it; none for a merge that somebody has thought of
 * @param newcomers people who are not in the target now
 * @param membershipsSaved by how many the memberships of all people would fall
 */
public record MergePlan(
    String town,
    String target,
    List<Part> groups,
    List<Shared> shared,
    List<String> because,
    @Nullable Integer members,
    @Nullable Integer newcomers,
    @Nullable Integer membershipsSaved,
    @Nullable Integer messagesPerWorkday,
    @Nullable Integer messagesLimit,
    boolean floods) {

  public MergePlan {
    groups = Objects.requireNonNullElse(groups, List.of());
    shared = Objects.requireNonNullElse(shared, List.of());
    because = Objects.requireNonNullElse(because, List.of());
  }

  /** A group as it is now. */
  public record Part(
      String groupId,
      String name,
      String unit,
      @Nullable Integer members,
      @Nullable Integer messagesPerWorkday) {}

  /** How many people are in both groups. */
  public record Shared(String first, String second, int members) {}
}
