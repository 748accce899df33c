package cn.jianfu.report.group;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a unit has said about classified information in its groups, as group-service tells it.
 *
 * @param statedOn the days of its statements, oldest first
 */
public record UnitSecrecy(
    String unit, String town, List<LocalDate> statedOn, List<Incident> incidents) {

  public UnitSecrecy {
    statedOn = Objects.requireNonNullElse(statedOn, List.of());
    incidents = Objects.requireNonNullElse(incidents, List.of());
  }

  /**
   * Something that was found.
   *
   * @param groupId where; null when it is not said
   * @param resolvedOn when it was put right; null while it is not
   * @param withdrawnOn when it was said to have been reported in error; null while it stands
   * @param withdrawnBecause why it was reported all the same
   */
  public record Incident(
      String id,
      @Nullable String groupId,
      LocalDate foundOn,
      @Nullable LocalDate resolvedOn,
      @Nullable LocalDate withdrawnOn,
      @Nullable String withdrawnBecause) {}
}
