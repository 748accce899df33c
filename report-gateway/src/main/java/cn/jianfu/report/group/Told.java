package cn.jianfu.report.group;

import cn.jianfu.contracts.group.WorkGroupV1;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What group-service says when it is asked for a group. */
sealed interface Told {

  /**
   * It answered.
   *
   * @param ownerName 群主 as the unit writes it; null when it does not say
   * @param ownerMatched whether that name is one person's on the town's staff lists; null when it
   *     does not say
   * @param history what was done with the group, latest first
   */
  record Group(
      WorkGroupV1 group,
      @Nullable String ownerName,
      @Nullable Boolean ownerMatched,
      List<JsonNode> history)
      implements Told {}

  /** It has no such group. */
  record Unknown() implements Told {}

  /** There is no answer, for this reason. */
  record Nothing(Degraded why) implements Told {}
}
