package cn.jianfu.group.workgroup;

import cn.jianfu.contracts.group.WorkGroupV1;
import cn.jianfu.group.workgroup.domain.Refusal;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Stored;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group as clients see it: as it is published, with what is not and its version.
 *
 * @param ownerName 群主 as the unit writes it
 * @param ownerMatched whether that name is one person's on the town's staff lists; only of a group
 *     that is asked for by itself, by who may read the town; absent when nobody can say or the
 *     owner is known by more
 * @param version for If-Match
 */
record WorkGroupView(
    @JsonUnwrapped WorkGroupV1 group,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String ownerName,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean ownerMatched,
    long version) {

  /** What is kept of it to answer a repeat: nothing of a person, who may have to be forgotten. */
  private record Kept(WorkGroupV1 group) {}

  /** The group after an order; to a repeat, the group as it was then. */
  static WorkGroupView of(Followed followed) {
    return followed.outcome() instanceof Outcome.Repeated<WorkGroup, List<Refusal>> again
            && again.result() != null
        ? kept(again.result(), again)
        : of(followed.group());
  }

  /** The view as text, to be kept with the write that led to it. */
  static String keep(WorkGroup group) {
    return EventJson.write(new Kept(WorkGroupPublication.group(group)));
  }

  private static WorkGroupView kept(String text, Outcome.Repeated<WorkGroup, List<Refusal>> again) {
    Kept kept = EventJson.read(text.getBytes(StandardCharsets.UTF_8), Kept.class);
    return new WorkGroupView(
        kept.group(), again.now().state().profile().facts().ownerName(), null, again.version());
  }

  static WorkGroupView of(Stored<WorkGroup> stored) {
    return new WorkGroupView(
        WorkGroupPublication.group(stored.state()),
        stored.state().profile().facts().ownerName(),
        null,
        stored.version());
  }

  WorkGroupView withOwner(@Nullable Boolean matched) {
    return new WorkGroupView(group, ownerName, matched, version);
  }
}
