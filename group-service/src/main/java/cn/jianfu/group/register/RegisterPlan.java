package cn.jianfu.group.register;

import cn.jianfu.contracts.supervision.OrgUnitV1;
import cn.jianfu.group.reference.ReferenceData;
import cn.jianfu.group.register.PlannedRow.Said;
import cn.jianfu.group.register.domain.ImportKey;
import cn.jianfu.group.register.domain.RegisterReading;
import cn.jianfu.group.register.domain.RegisterRow;
import cn.jianfu.group.register.domain.Remark;
import cn.jianfu.group.register.domain.RowResult;
import cn.jianfu.group.workgroup.domain.Circumstances;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.Platform;
import cn.jianfu.group.workgroup.domain.Verdict;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.group.workgroup.domain.WorkGroupDecisions;
import cn.jianfu.group.workgroup.domain.WorkGroupHistory;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides every row of a register before anything is written. */
final class RegisterPlan {

  private static final String ACCEPTED = "ACCEPTED";
  private static final String UNCHANGED = "UNCHANGED";
  private static final String DECLINED = "DECLINED";
  private static final String ASKED = "ASKED";

  private final ReferenceData district;
  private final String scope;
  private final Circumstances now;
  private final UnitNames units;
  private final Map<String, WorkGroup> known = new HashMap<>();
  private final Map<String, String> idsByName = new HashMap<>();
  private final Map<String, WorkGroup> byFilingNo = new HashMap<>();

  /**
   * @param scope the unit for which the register is sent; rows are of it or of units below it
   * @param existing the groups of these units
   */
  RegisterPlan(
      ReferenceData district, String scope, Collection<WorkGroup> existing, Circumstances now) {
    this.district = district;
    this.scope = scope;
    this.now = now;
    this.units = new UnitNames(district, scope);
    for (WorkGroup group : existing) {
      String id = group.id().text();
      known.put(id, group);
      idsByName.putIfAbsent(nameKey(group.id().unit(), group.profile().facts().name()), id);
      String filingNo = group.profile().filingNo();
      if (filingNo != null) {
        byFilingNo.putIfAbsent(group.id().unit() + "|" + filingNo, group);
      }
    }
  }

  List<PlannedRow> rows(RegisterReading.Read reading) {
    List<PlannedRow> rows = new ArrayList<>();
    for (RowResult result : reading.rows()) {
      rows.add(
          switch (result) {
            case RowResult.Question(int row, List<Remark> remarks) ->
                PlannedRow.of(row, "", ASKED, remarks.stream().map(RegisterPlan::said).toList());
            case RowResult.Rejected(int row, List<Remark> remarks) ->
                PlannedRow.of(row, "", DECLINED, remarks.stream().map(RegisterPlan::said).toList());
            case RowResult.Understood(RegisterRow group) -> row(group);
          });
    }
    return rows;
  }

  private PlannedRow row(RegisterRow it) {
    List<String> candidates = it.unit() == null ? List.of(scope) : units.named(it.unit());
    if (candidates.size() != 1) {
      String code = candidates.isEmpty() ? "register.unit-unknown" : "register.unit-ambiguous";
      return asked(it, code, it.unit() == null ? "" : it.unit(), candidates);
    }
    String unit = candidates.getFirst();
    String id = idOf(unit, it);
    if (id == null) {
      return asked(it, "register.platform-missing", it.name(), List.of());
    }
    WorkGroup filed = it.filingNo() == null ? null : byFilingNo.get(unit + "|" + it.filingNo());
    if (filed != null && !filed.id().text().equals(id)) {
      return asked(it, "register.renamed", it.name(), List.of(filed.profile().facts().name()));
    }
    return decided(planned(it, id, unit));
  }

  private @Nullable String idOf(String unit, RegisterRow it) {
    if (it.externalId() == null) {
      String same = idsByName.get(nameKey(unit, it.name()));
      if (same != null) {
        return same;
      }
    }
    if (it.platform() == null) {
      return null;
    }
    String external =
        it.externalId() == null ? ImportKey.of(unit, it.name()) : it.externalId();
    return new GroupId(unit, Platform.valueOf(it.platform().name()), external).text();
  }

  private PlannedRow planned(RegisterRow it, String id, String unit) {
    return new PlannedRow(
        it.row(),
        id,
        it.name(),
        ACCEPTED,
        List.of(),
        district.townOf(unit).orElse(scope),
        it.kind() == null ? null : it.kind().name(),
        it.matter(),
        it.purpose(),
        unit,
        it.createdOn(),
        it.validUntil(),
        it.filingNo(),
        it.filedOn());
  }

  /** What the group would say now. */
  private PlannedRow decided(PlannedRow row) {
    List<Said> refusals = new ArrayList<>();
    boolean changes = false;
    WorkGroup group = known.get(row.groupId());
    for (var command : RowCommands.of(row, now.today())) {
      switch (WorkGroupDecisions.decide(group, command, now)) {
        case Verdict.Declined(var why) ->
            refusals.add(
                new Said(
                    null,
                    why.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    row.name(),
                    List.of()));
        case Verdict.Accepted(var events) -> {
          changes |= !events.isEmpty();
          for (var event : events) {
            group = WorkGroupHistory.evolve(group, event);
          }
        }
      }
    }
    return refusals.isEmpty()
        ? row.with(changes ? ACCEPTED : UNCHANGED, List.of())
        : row.with(DECLINED, refusals);
  }

  private static PlannedRow asked(
      RegisterRow it, String code, String seen, List<String> choices) {
    return PlannedRow.of(
        it.row(), it.name(), ASKED, List.of(new Said(null, code, seen, choices)));
  }

  private static Said said(Remark remark) {
    Integer column = remark.column().isEmpty() ? null : number(remark.column());
    return new Said(column, remark.code(), remark.seen(), remark.choices());
  }

  private static int number(String letters) {
    return letters.chars().reduce(0, (column, letter) -> column * 26 + letter - 'A' + 1) - 1;
  }

  // Names that a register writes alike are alike.
  private static String nameKey(String unit, String name) {
    return ImportKey.of(unit, name);
  }

  /** The units of a scope, by the names that registers give them. */
  private record UnitNames(Map<String, List<String>> codes) {

    UnitNames(ReferenceData district, String scope) {
      this(new HashMap<>());
      String town = district.unit(scope).map(OrgUnitV1::name).orElse("");
      for (String code : district.subtree(scope)) {
        String name = district.unit(code).map(OrgUnitV1::name).orElse("");
        add(name, code);
        if (name.length() > town.length() && name.startsWith(town)) {
          add(name.substring(town.length()), code);
        }
        add(code, code);
      }
    }

    List<String> named(String written) {
      return codes.getOrDefault(plain(written), List.of());
    }

    private void add(String name, String code) {
      codes.computeIfAbsent(plain(name), _ -> new ArrayList<>()).add(code);
    }

    private static String plain(String name) {
      return Normalizer.normalize(name, Normalizer.Form.NFKC)
          .replaceAll("\\s+", "");
    }
  }
}
