package cn.jianfu.report.console;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a town's groups. */
record GroupList(String town, GroupQuery query, List<Row> rows, Paging paging) {

  /**
   * One group.
   *
   * @param id {@code unit/platform/externalId}
   * @param members null when no snapshot has come
   * @param lastActiveOn the last day on which anybody wrote in it; null when none is known
   * @param reportedTo the last day with counters
   */
  record Row(
      String id,
      String name,
      String platform,
      @Nullable String kind,
      Words ownerUnit,
      String state,
      String confidence,
      @Nullable Integer members,
      @Nullable LocalDate lastActiveOn,
      @Nullable LocalDate reportedTo,
      int openFindings) {

    public String look() {
      return GroupStates.look(state);
    }
  }

  public List<String> states() {
    return GroupQuery.STATES;
  }

  public List<String> confidences() {
    return GroupQuery.CONFIDENCES;
  }
}
