package cn.jianfu.group.detection;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.detection.SuggestedDecisions.Proposals;
import cn.jianfu.group.detection.domain.MergePlan;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.web.paging.PageOf;
import cn.jianfu.web.paging.PageRequest;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Which groups could become one, and what that would give. */
@RestController
@RequestMapping("/api/v1/merge-plans")
class MergePlanEndpoint {

  private static final int MOST_GROUPS = 50;

  private final SuggestedDecisions suggestions;
  private final MergeTrials trials;
  private final Access access;
  private final Reference reference;

  MergePlanEndpoint(
      SuggestedDecisions suggestions, MergeTrials trials, Access access, Reference reference) {
    this.suggestions = suggestions;
    this.trials = trials;
    this.access = access;
    this.reference = reference;
  }

  /**
   * A merge to be worked out.
   *
   * @param target the group that would go on
   * @param groups those that would be merged into it
   */
  record TryMerge(
      @NotBlank @Size(max = 600) String target,
      @NotEmpty @Size(max = MOST_GROUPS) List<@NotBlank @Size(max = 600) String> groups) {}

  /**
   * What the data speak for, as far as it lies within the unit.
   *
   * @param town only of groups that are judged in that town; the top unit for those of units that
   *     are in no town
   */
  @GetMapping
  Mono<PageOf<MergePlanView>> list(
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable String town,
      PageRequest page,
      Caller caller) {
    String scope = unit == null ? caller.unit() : unit;
    access.mustRead(caller, scope);
    return suggestions
        .within(scope, town)
        .flatMapIterable(proposals -> plans(proposals, scope))
        // A unit that came to another town is among the groups of both.
        .distinct(MergePlanView::target)
        .collectList()
        .map(plans -> page.pageOf(plans.stream(), "target", MergePlanView::target));
  }

  private List<MergePlanView> plans(Proposals proposals, String scope) {
    return proposals.merges().stream()
        .filter(plan -> plan.parts().stream().allMatch(part -> isWithin(part.group(), scope)))
        .map(plan -> MergePlanView.of(plan, proposals.groups()))
        .toList();
  }

  private boolean isWithin(String group, String scope) {
    return reference.data().within(GroupId.parse(group).unit(), scope);
  }

  /** What another merge would give; nothing is written. */
  @PostMapping
  Mono<MergePlanView> tryOut(@Valid @RequestBody TryMerge body, Caller caller) {
    List<String> others =
        body.groups().stream().distinct().filter(id -> !id.equals(body.target())).toList();
    String town = reached(caller, body.target(), "/target");
    for (int i = 0; i < body.groups().size(); i++) {
      if (!reached(caller, body.groups().get(i), "/groups/" + i).equals(town)) {
        throw wrong("/groups/" + i, "of-another-town").toException();
      }
    }
    if (others.isEmpty()) {
      throw wrong("/groups", "merged-into-itself").toException();
    }
    return trials
        .live(Stream.concat(Stream.of(body.target()), others.stream()).toList())
        .doOnNext(known -> mustBeLive(body, known))
        .flatMap(known ->
            trials.of(town, body.target(), others).map(plan -> MergePlanView.of(plan, known)));
  }

  /** The town of a group that the caller may read. */
  private String reached(Caller caller, String id, String pointer) {
    try {
      return access.townToRead(caller, GroupId.parse(id).unit());
    } catch (IllegalArgumentException _) {
      throw wrong(pointer, "not-readable").toException();
    }
  }

  private static void mustBeLive(TryMerge body, Map<String, WorkGroup> known) {
    Problem problem = Problem.of(WebProblems.INVALID);
    if (!known.containsKey(body.target())) {
      problem = problem.at("/target", "merge-target-unknown");
    }
    for (int i = 0; i < body.groups().size(); i++) {
      if (!known.containsKey(body.groups().get(i))) {
        problem = problem.at("/groups/" + i, "merge-target-unknown");
      }
    }
    if (!problem.errors().isEmpty()) {
      throw problem.toException();
    }
  }

  private static Problem wrong(String pointer, String code) {
    return Problem.of(WebProblems.INVALID).at(pointer, code);
  }

  /**
   * A merge and what it would give; see the domain for the numbers.
   *
   * @param groups the target first
   * @param floods whether more would be said than the rule set allows
   */
  record MergePlanView(
      String town,
      String target,
      List<PartView> groups,
      List<SharedView> shared,
      List<String> because,
      @Nullable Integer members,
      @Nullable Integer newcomers,
      @Nullable Integer membershipsSaved,
      @Nullable Integer messagesPerWorkday,
      @Nullable Integer messagesLimit,
      boolean floods) {

    static MergePlanView of(MergePlan it, Map<String, WorkGroup> groups) {
      MergePlan.Result result = it.result();
      return new MergePlanView(
          it.town(),
          it.target(),
          it.parts().stream().map(partOf(groups)).toList(),
          it.shared().stream()
              .map(each -> new SharedView(each.first(), each.second(), each.members()))
              .toList(),
          it.because(),
          result.members(),
          result.newcomers(),
          result.membershipsSaved(),
          result.messagesPerWorkday(),
          result.limit(),
          result.floods());
    }

    private static Function<MergePlan.Part, PartView> partOf(Map<String, WorkGroup> groups) {
      return part -> {
        WorkGroup group = groups.get(part.group());
        return new PartView(
            part.group(),
            group == null ? "" : group.profile().facts().name(),
            group == null ? "" : group.id().unit(),
            part.members(),
            part.messagesPerWorkday());
      };
    }
  }

  /** A group as it is now. */
  record PartView(
      String groupId,
      String name,
      String unit,
      @Nullable Integer members,
      @Nullable Integer messagesPerWorkday) {}

  /** How many people are in both. */
  record SharedView(String first, String second, int members) {}
}
