package cn.jianfu.report.console;

import cn.jianfu.report.compliance.GroupLine;
import cn.jianfu.report.compliance.RegisterLine;
import cn.jianfu.report.compliance.domain.CleanupDecision;
import cn.jianfu.report.finding.FindingView;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the rows of a register, as somebody may see them. */
record RegisterRows(Names names, ConsoleUser user) {

  /** So long before its end a temporary group is told of. */
  private static final int BEFORE_AN_END = 14;

  private static final List<String> MEANT_TO_END = List.of("TEMPORARY", "STAGE");

  /** By unit and name. */
  List<RegisterRow> of(List<RegisterLine> lines, Collection<FindingView> findings) {
    var open = open(findings);
    return lines.stream()
        .sorted(
            Comparator.comparing((RegisterLine it) -> it.group().unit())
                .thenComparing(it -> it.group().name())
                .thenComparing(it -> it.group().groupId()))
        .map(line -> row(line, open.getOrDefault(line.group().groupId(), List.of())))
        .toList();
  }

  private static Map<String, List<String>> open(Collection<FindingView> findings) {
    Map<String, List<String>> open = new HashMap<>();
    findings.stream()
        .filter(it -> it.state().countsAsOpen() && !it.exempt())
        .flatMap(it -> it.groups().stream().map(group -> Map.entry(group, it.rule())))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
        .forEach(open::put);
    return open;
  }

  private RegisterRow row(RegisterLine line, List<String> findings) {
    GroupLine group = line.group();
    boolean toDecide = line.undecided() && !findings.isEmpty();
    return new RegisterRow(
        group.groupId(),
        group.name(),
        GroupMapping.platform(group.platform()),
        group.kind(),
        group.unit(),
        names.unit(group.unit()),
        group.state().name(),
        FindingMapping.confidence(group.confidence()),
        group.members(),
        group.memberCount(),
        group.lastActiveOn(),
        findings.stream().map(rule -> new RegisterRow.Rule(rule, names.rule(rule))).toList(),
        decision(line),
        toDecide ? RegisterQuery.DECIDE : line.awaitsExecution() ? RegisterQuery.EXECUTE : "",
        ending(line),
        user.decides() && names.district().units().within(group.unit(), user.unit()));
  }

  private RegisterRow.@Nullable Ending ending(RegisterLine line) {
    LocalDate end = line.group().validUntil();
    String kind = line.group().kind();
    return end == null || kind == null || !MEANT_TO_END.contains(kind) || !line.undecided()
        ? null
        : new RegisterRow.Ending(
            end, !end.isAfter(names.day().plusDays(BEFORE_AN_END)), end.isBefore(names.day()));
  }

  private RegisterRow.@Nullable Decision decision(RegisterLine line) {
    CleanupDecision decision = line.decision();
    return decision == null
        ? null
        : new RegisterRow.Decision(
            decision.kind().name(),
            decision.decidedOn(),
            decision.dueOn(),
            decision.executedOn(),
            line.awaitsExecution() && decision.dueOn().isBefore(names.day()));
  }
}
