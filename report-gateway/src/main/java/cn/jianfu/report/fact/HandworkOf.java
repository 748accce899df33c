package cn.jianfu.report.fact;

import cn.jianfu.contracts.group.DecisionV1;
import cn.jianfu.contracts.group.WorkGroupActivatedV1;
import cn.jianfu.contracts.group.WorkGroupArchivedV1;
import cn.jianfu.contracts.group.WorkGroupChangedV1;
import cn.jianfu.contracts.group.WorkGroupDecidedV1;
import cn.jianfu.contracts.group.WorkGroupDecisionWithdrawnV1;
import cn.jianfu.contracts.group.WorkGroupDeclarationWithdrawnV1;
import cn.jianfu.contracts.group.WorkGroupDeclaredV1;
import cn.jianfu.contracts.group.WorkGroupDissolvedV1;
import cn.jianfu.contracts.group.WorkGroupEvent;
import cn.jianfu.contracts.group.WorkGroupFiledV1;
import cn.jianfu.contracts.group.WorkGroupJoinedV1;
import cn.jianfu.contracts.group.WorkGroupMergedV1;
import cn.jianfu.contracts.group.WorkGroupObservedV1;
import cn.jianfu.contracts.group.WorkGroupOwnerChangedV1;
import cn.jianfu.contracts.group.WorkGroupRenamedV1;
import cn.jianfu.contracts.group.WorkGroupRestoredV1;
import cn.jianfu.contracts.group.WorkGroupSeparatedV1;
import cn.jianfu.contracts.group.WorkGroupStandardisedV1;
import cn.jianfu.contracts.group.WorkGroupWarnedV1;
import cn.jianfu.contracts.group.WorkGroupWarningLiftedV1;
import cn.jianfu.report.compliance.domain.Handwork;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which events tell that somebody of a town had to type something. */
final class HandworkOf {

  /** The roles of a town's people; its system is none of them. */
  private static final Set<String> PEOPLE = Set.of("town-office", "department", "community");

  /** A group that was declared or changed singly by a person; a register comes as a file. */
  private static final String BY_HAND = "DECLARED";

  private HandworkOf() {}

  static Optional<Handwork> event(WorkGroupEvent event) {
    return isOfPeople(event.actor().role()) ? byPeople(event) : Optional.empty();
  }

  /** Whether those who act in that role are people of a town. */
  static boolean isOfPeople(String role) {
    return PEOPLE.contains(role);
  }

  private static Optional<Handwork> byPeople(WorkGroupEvent event) {
    return switch (event) {
      case WorkGroupDeclaredV1 it -> filledIn(it);
      case WorkGroupFiledV1 it -> filledIn(it);
      case WorkGroupChangedV1 it -> filledIn(it);
      case WorkGroupRenamedV1 it -> filledIn(it);
      case WorkGroupOwnerChangedV1 it -> filledIn(it);
      case WorkGroupDecidedV1 it -> decided(it.group().decision());
      // Nothing but a click, or what follows by itself from a decision or from use.
      case WorkGroupObservedV1 _,
          WorkGroupActivatedV1 _,
          WorkGroupWarnedV1 _,
          WorkGroupWarningLiftedV1 _,
          WorkGroupDecisionWithdrawnV1 _,
          WorkGroupDissolvedV1 _,
          WorkGroupMergedV1 _,
          WorkGroupStandardisedV1 _,
          WorkGroupRestoredV1 _,
          WorkGroupArchivedV1 _,
          WorkGroupDeclarationWithdrawnV1 _,
          WorkGroupJoinedV1 _,
          WorkGroupSeparatedV1 _ ->
          Optional.empty();
    };
  }

  private static Optional<Handwork> filledIn(WorkGroupEvent event) {
    return event.group().confidence().equals(BY_HAND)
        ? Optional.of(Handwork.FILLED_IN)
        : Optional.empty();
  }

  // What an answer of a self-check stands for is counted there.
  private static Optional<Handwork> decided(@Nullable DecisionV1 decision) {
    return decision != null && isByHand(decision)
        ? Optional.of(Handwork.DECIDED)
        : Optional.empty();
  }

  /** Where nobody says where it came from, one of a round is taken for one of its self-check. */
  private static boolean isByHand(DecisionV1 decision) {
    String origin = decision.origin();
    return origin == null ? decision.round() == null : origin.equals("BY_HAND");
  }
}
