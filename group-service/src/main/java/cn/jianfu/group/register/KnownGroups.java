package cn.jianfu.group.register;

import cn.jianfu.group.register.domain.Answers;
import cn.jianfu.group.register.domain.Recognition;
import cn.jianfu.group.register.domain.Recognition.Known;
import cn.jianfu.group.register.domain.Recognition.Meaning;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.group.workgroup.domain.Facts;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.web.imports.RowAnswer;
import cn.jianfu.web.imports.RowFinding;
import cn.jianfu.web.imports.RowResult;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Finds the groups that a register means among those that its units have already. */
record KnownGroups(WorkGroups groups) {

  /** What is to be done with each row; rows whose group is not clear are asked about. */
  Mono<RegisterPlan> planned(ListedGroups register, Answers answers) {
    Set<String> units = register.rows().stream().map(ListedRow::unit).collect(Collectors.toSet());
    return units.isEmpty()
        ? Mono.just(register.planned(List.of(), register.results()))
        : groups
            .query(Filters.in("state.unit", units), Filters.empty(), 0)
            .map(Stored::state)
            .collectList()
            .map(known ->
                RegisterDecisions.in(
                    planned(register, known.stream().map(KnownGroups::known).toList(), answers),
                    register.rows(),
                    known));
  }

  private static Known known(WorkGroup group) {
    GroupId id = group.id();
    Facts facts = group.profile().facts();
    // A row that lists it by its key means the group that it goes on as.
    GroupId meant = group instanceof WorkGroup.Joined joined ? joined.into() : id;
    return new Known(
        meant.text(),
        id.unit(),
        id.externalId(),
        facts.name(),
        facts.ownerName(),
        facts.createdOn(),
        group.state().isLive());
  }

  private static RegisterPlan planned(
      ListedGroups register, Collection<Known> known, Answers answers) {
    Map<Integer, Meaning> meanings =
        Recognition.of(
            known, register.rows().stream().map(ListedRow::listed).toList(), answers.groups());
    List<PlannedRow> planned = new ArrayList<>();
    Map<Integer, RowFinding> asked = new HashMap<>();
    for (ListedRow row : register.rows()) {
      switch (Objects.requireNonNull(meanings.get(row.row()))) {
        case Meaning.Same(String groupId) -> planned.add(row.of(groupId));
        case Meaning.New(String key) -> planned.add(row.ofNew(key));
        case Meaning.Unclear(List<Known> perhaps) ->
            asked.put(row.row(), finding("register.renamed", row.declaration().name(), perhaps));
        case Meaning.NotKnown(String groupId) ->
            asked.put(row.row(), finding("register.group-not-known", groupId, List.of()));
        case Meaning.Twice(int first) ->
            asked.put(
                row.row(),
                new RowFinding(null, "register.same-group-twice", Map.of("choices", first)));
      }
    }
    return register.planned(planned, asking(register.results(), asked));
  }

  private static RowFinding finding(String code, String seen, List<Known> perhaps) {
    String choices =
        perhaps.stream()
            .map(group -> group.name() + " = " + group.groupId())
            .collect(Collectors.joining("；"));
    return new RowFinding(null, code, Map.of("seen", seen, "choices", choices), answers(perhaps));
  }

  private static List<RowAnswer> answers(List<Known> perhaps) {
    return perhaps.isEmpty()
        ? List.of()
        : Stream.concat(
                perhaps.stream().map(group -> new RowAnswer(group.groupId(), group.name())),
                Stream.of(new RowAnswer(ImportAnswers.NEW, "")))
            .toList();
  }

  private static List<RowResult> asking(List<RowResult> results, Map<Integer, RowFinding> asked) {
    return results.stream()
        .map(result -> {
          RowFinding question = asked.get(result.row());
          return question == null ? result : RowResult.asked(result.row(), List.of(question));
        })
        .toList();
  }
}
