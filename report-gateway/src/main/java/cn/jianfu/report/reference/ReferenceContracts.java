package cn.jianfu.report.reference;

import cn.jianfu.contracts.supervision.ExemptionV1;
import cn.jianfu.contracts.supervision.OrgUnitV1;
import cn.jianfu.contracts.supervision.RoundV1;
import cn.jianfu.contracts.supervision.RuleSetV1;
import cn.jianfu.contracts.supervision.RuleV1;
import cn.jianfu.contracts.supervision.WorkCalendarV1;
import cn.jianfu.report.reference.domain.Exemption;
import cn.jianfu.report.reference.domain.InspectionRound;
import cn.jianfu.report.reference.domain.OrgUnit;
import cn.jianfu.report.reference.domain.Rule;
import cn.jianfu.report.reference.domain.RuleSet;
import cn.jianfu.report.reference.domain.WorkCalendar;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Reference data as it is published, and back. */
public final class ReferenceContracts {

  private ReferenceContracts() {}

  public static OrgUnitV1 of(OrgUnit it) {
    return new OrgUnitV1(
        it.orgCode(),
        it.name(),
        it.nameEn(),
        it.level().name(),
        it.kind().name(),
        it.parent(),
        it.path(),
        it.line(),
        it.openedOn(),
        it.closedOn());
  }

  static OrgUnit read(OrgUnitV1 it) {
    return new OrgUnit(
        it.orgCode(),
        it.name(),
        it.nameEn(),
        OrgUnit.Level.valueOf(it.level()),
        OrgUnit.Kind.valueOf(it.kind()),
        it.parent(),
        it.path(),
        it.line(),
        it.openedOn(),
        it.closedOn());
  }

  public static WorkCalendarV1 of(WorkCalendar it) {
    return new WorkCalendarV1(it.year(), it.holidays(), it.makeUpWorkdays(), it.from(), it.to());
  }

  static WorkCalendar read(WorkCalendarV1 it) {
    return new WorkCalendar(it.year(), it.holidays(), it.makeUpWorkdays(), it.from(), it.to());
  }

  public static RuleSetV1 of(RuleSet it) {
    return new RuleSetV1(
        it.id(),
        it.version(),
        it.effectiveFrom(),
        mapped(it.rules(), ReferenceContracts::of),
        it.thresholds(),
        it.areaWeights());
  }

  static RuleSet read(RuleSetV1 it) {
    return new RuleSet(
        it.id(),
        it.version(),
        it.effectiveFrom(),
        mapped(it.rules(), ReferenceContracts::read),
        it.thresholds(),
        it.areaWeights());
  }

  private static RuleV1 of(Rule it) {
    return new RuleV1(
        it.enabled(),
        it.severity(),
        it.nameZh(),
        it.nameEn(),
        it.statementZh(),
        it.statementEn(),
        it.basis(),
        it.basisConfirmed());
  }

  private static Rule read(RuleV1 it) {
    return new Rule(
        it.enabled(),
        it.severity(),
        it.nameZh(),
        it.nameEn(),
        it.statementZh(),
        it.statementEn(),
        it.basis(),
        it.basisConfirmed());
  }

  public static ExemptionV1 of(Exemption it) {
    return new ExemptionV1(
        it.id(),
        it.rule(),
        it.scopeUnit(),
        it.scopeGroup(),
        it.reason(),
        it.approvedBy(),
        it.from(),
        it.to(),
        it.revokedOn());
  }

  static Exemption read(ExemptionV1 it) {
    return new Exemption(
        it.id(),
        it.rule(),
        it.scopeUnit(),
        it.scopeGroup(),
        it.reason(),
        it.approvedBy(),
        it.from(),
        it.to(),
        it.revokedOn());
  }

  public static RoundV1 of(InspectionRound it) {
    return new RoundV1(
        it.id(),
        it.nameZh(),
        it.nameEn(),
        it.scope(),
        it.openedOn(),
        it.selfCheckDueOn(),
        it.closedOn());
  }

  static InspectionRound read(RoundV1 it) {
    return new InspectionRound(
        it.id(),
        it.nameZh(),
        it.nameEn(),
        it.scope(),
        it.openedOn(),
        it.selfCheckDueOn(),
        it.closedOn());
  }

  private static <A, B> Map<String, B> mapped(Map<String, A> from, Function<A, B> as) {
    Map<String, B> to = new TreeMap<>();
    from.forEach((key, value) -> to.put(key, as.apply(value)));
    return to;
  }
}
