package cn.jianfu.report.console;

import cn.jianfu.report.reference.domain.District;
import cn.jianfu.report.reference.domain.InspectionRound;
import cn.jianfu.report.reference.domain.OrgTree;
import cn.jianfu.report.reference.domain.OrgUnit;
import cn.jianfu.report.reference.domain.OrgUnit.Kind;
import cn.jianfu.report.reference.domain.OrgUnit.Level;
import cn.jianfu.report.reference.domain.Rule;
import cn.jianfu.report.reference.domain.RuleSet;
import cn.jianfu.report.reference.domain.RuleSets;
import cn.jianfu.report.reference.domain.WorkCalendars;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sample district as reference data: units, rules and a round that is open. */
final class SampleRegisterDistrict {

  static final String ROOT = "350213000000";
  static final String MAXIANG = "350213102000";

  private SampleRegisterDistrict() {}

  static Names names() {
    return new Names(district(), SampleRegister.TODAY);
  }

  private static District district() {
    return new District(
        OrgTree.of(
            List.of(
                unit("翔安区", "Xiang'an District", Level.DISTRICT, Kind.PARTY_GOV, ROOT),
                town("大嶝街道", "Dadeng Subdistrict", "350213001000"),
                town("新店镇", "Xindian Town", SampleRegister.TOWN),
                town("马巷镇", "Maxiang Town", MAXIANG),
                unit(
                    "党政办",
                    "Party and Government Office",
                    Level.TOWN,
                    Kind.DEPARTMENT,
                    ROOT,
                    SampleRegister.TOWN,
                    SampleRegister.OFFICE),
                unit(
                    "洪前村",
                    "Hongqian Village",
                    Level.COMMUNITY,
                    Kind.VILLAGE,
                    ROOT,
                    SampleRegister.TOWN,
                    SampleRegister.VILLAGE))),
        WorkCalendars.of(List.of()),
        RuleSets.of(List.of(rules())),
        List.of(),
        List.of(
            round("closed", "上一轮", SampleRegister.TODAY.minusDays(90)),
            round("open", "专项清理", null)));
  }

  private static RuleSet rules() {
    Map<String, Rule> rules =
        SampleRules.ALL.stream()
            .collect(
                Collectors.toMap(
                    SampleRules.Rule::id,
                    it ->
                        new Rule(
                            true,
                            it.severity(),
                            it.name().zh(),
                            it.name().en(),
                            "",
                            "",
                            "",
                            true)));
    return new RuleSet(
        "r",
        1,
        LocalDate.of(2026, 1, 1),
        rules,
        Map.of("order.defaultDueWorkingDays", BigDecimal.TEN),
        Map.of());
  }

  private static InspectionRound round(String id, String name, @Nullable LocalDate closedOn) {
    return new InspectionRound(
        id,
        name,
        name,
        ROOT,
        SampleRegister.TODAY.minusDays(closedOn == null ? 20 : 200),
        SampleRegister.TODAY.minusDays(closedOn == null ? -10 : 180),
        closedOn);
  }

  private static OrgUnit town(String zh, String en, String code) {
    return unit(zh, en, Level.TOWN, Kind.PARTY_GOV, ROOT, code);
  }

  private static OrgUnit unit(String zh, String en, Level level, Kind kind, String... path) {
    return new OrgUnit(
        path[path.length - 1],
        zh,
        en,
        level,
        kind,
        path.length > 1 ? path[path.length - 2] : null,
        List.of(path),
        null,
        LocalDate.of(2020, 1, 1),
        null);
  }
}
