package cn.jianfu.group.register;

import cn.jianfu.contracts.supervision.OrgUnitV1;
import cn.jianfu.group.register.RegisterPlan.ColumnQuestion;
import cn.jianfu.group.register.domain.RegisterReading;
import cn.jianfu.group.register.domain.RegisterRow;
import cn.jianfu.group.register.domain.Remark;
import cn.jianfu.group.workgroup.GroupRequests.DeclareGroup;
import cn.jianfu.group.workgroup.GroupRequests.FileGroup;
import cn.jianfu.group.workgroup.domain.GroupKind;
import cn.jianfu.group.workgroup.domain.Platform;
import cn.jianfu.web.imports.RowFinding;
import cn.jianfu.web.imports.RowResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what each row of a register that was read asks for. */
final class RegisterPlanner {

  private final RegisterUnits units;
  private final String unitWhenNoneIsNamed;
  private final List<ListedRow> rows = new ArrayList<>();
  private final List<RowResult> results = new ArrayList<>();

  private RegisterPlanner(RegisterUnits units, String unitWhenNoneIsNamed) {
    this.units = units;
    this.unitWhenNoneIsNamed = unitWhenNoneIsNamed;
  }

  static ListedGroups plan(
      RegisterReading.Read reading, RegisterUnits units, String unitWhenNoneIsNamed) {
    RegisterPlanner planner = new RegisterPlanner(units, unitWhenNoneIsNamed);
    reading.rows().forEach(planner::row);
    reading.skipped().forEach(planner::skipped);
    planner.results.sort(Comparator.comparingInt(RowResult::row));
    return new ListedGroups(
        reading.headerRow(),
        reading.columnQuestions().stream().map(RegisterPlanner::question).toList(),
        List.copyOf(planner.rows),
        List.copyOf(planner.results));
  }

  private void row(cn.jianfu.group.register.domain.RowResult read) {
    switch (read) {
      case cn.jianfu.group.register.domain.RowResult.Understood(RegisterRow group) -> take(group);
      case cn.jianfu.group.register.domain.RowResult.Question(int row, List<Remark> remarks) ->
          results.add(RowResult.asked(row, findings(remarks)));
      case cn.jianfu.group.register.domain.RowResult.Rejected(int row, List<Remark> remarks) ->
          results.add(RowResult.declined(row, findings(remarks)));
    }
  }

  /** Totals and headings need no word; others may be meant as a group. */
  private void skipped(RegisterReading.Skipped skipped) {
    switch (skipped.why()) {
      case EXAMPLE -> skipped(skipped.row(), "register.example");
      case OBSERVED -> skipped(skipped.row(), "register.observed");
      case BLANK, TOTAL, REPEATED_HEADING, FOOTNOTE, SAID_SO -> {}
    }
  }

  private void skipped(int row, String code) {
    results.add(RowResult.skipped(row, List.of(new RowFinding(null, code, Map.of()))));
  }

  private void take(RegisterRow group) {
    List<OrgUnitV1> meant =
        group.unit() == null ? units.named(unitWhenNoneIsNamed) : units.named(group.unit());
    if (meant.size() == 1) {
      rows.add(listed(group, meant.getFirst().orgCode()));
      results.add(RowResult.accepted(group.row()));
      return;
    }
    String code = meant.isEmpty() ? "register.unit-not-found" : "register.unit-ambiguous";
    Map<String, Object> values =
        Map.of(
            "seen", Optional.ofNullable(group.unit()).orElse(unitWhenNoneIsNamed),
            "choices", String.join("、", meant.stream().map(OrgUnitV1::name).toList()));
    results.add(RowResult.asked(group.row(), List.of(new RowFinding(null, code, values))));
  }

  private static ListedRow listed(RegisterRow group, String unit) {
    Platform platform =
        group.platform() == null ? Platform.OTHER : Platform.valueOf(group.platform().name());
    return new ListedRow(
        group.row(),
        unit,
        platform,
        group.externalId(),
        declaration(group, unit),
        group.filingNo() == null
            ? null
            : new FileGroup(group.filingNo(), group.name(), group.filedOn()),
        ListedDecision.of(group.decision()));
  }

  private static DeclareGroup declaration(RegisterRow group, String unit) {
    // A register names a matter by its title alone, so that the title is its code as well.
    return new DeclareGroup(
        group.name(),
        group.kind() == null ? null : GroupKind.valueOf(group.kind().name()),
        group.matter() == null ? null : cut(group.matter(), 64),
        group.matter(),
        group.purpose(),
        unit,
        null,
        group.owner(),
        group.createdOn(),
        group.validUntil(),
        null,
        group.approvalNo(),
        group.approvedOn(),
        group.members(),
        null);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  private static ColumnQuestion question(Remark remark) {
    return new ColumnQuestion(remark.column(), remark.heading(), remark.code(), remark.choices());
  }

  private static List<RowFinding> findings(List<Remark> remarks) {
    return remarks.stream().map(RegisterPlanner::finding).toList();
  }

  private static RowFinding finding(Remark remark) {
    @Nullable Integer column =
        remark.column().isEmpty() ? null : RegisterSheets.columnOf(remark.column());
    return new RowFinding(
        column,
        remark.code(),
        Map.of("seen", remark.seen(), "choices", String.join("、", remark.choices())));
  }
}
