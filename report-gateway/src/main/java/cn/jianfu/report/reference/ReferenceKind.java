package cn.jianfu.report.reference;

import cn.jianfu.contracts.ActorV1;
import cn.jianfu.contracts.supervision.ExemptionPublishedV1;
import cn.jianfu.contracts.supervision.ExemptionV1;
import cn.jianfu.contracts.supervision.OrgUnitPublishedV1;
import cn.jianfu.contracts.supervision.OrgUnitV1;
import cn.jianfu.contracts.supervision.RoundPublishedV1;
import cn.jianfu.contracts.supervision.RoundV1;
import cn.jianfu.contracts.supervision.RuleSetPublishedV1;
import cn.jianfu.contracts.supervision.RuleSetV1;
import cn.jianfu.contracts.supervision.WorkCalendarPublishedV1;
import cn.jianfu.contracts.supervision.WorkCalendarV1;
import cn.jianfu.report.reference.domain.Exemption;
import cn.jianfu.report.reference.domain.InspectionRound;
import cn.jianfu.report.reference.domain.OrgUnit;
import cn.jianfu.report.reference.domain.RuleSet;
import cn.jianfu.report.reference.domain.WorkCalendar;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind of reference data: where it is kept, under which id, and how it is published. Ids are
 * unique over all kinds, because the topic is compacted by them.
 *
 * @param contract the published record of its state
 * @param event the published event
 */
record ReferenceKind<S, V>(
    String collection,
    Class<V> contract,
    Function<S, String> id,
    Function<S, V> toContract,
    Function<V, S> toState,
    BiFunction<V, @Nullable ActorV1, Object> event) {

  static final ReferenceKind<OrgUnit, OrgUnitV1> ORG_UNIT =
      new ReferenceKind<>(
          "org_units",
          OrgUnitV1.class,
          OrgUnit::orgCode,
          ReferenceContracts::of,
          ReferenceContracts::read,
          OrgUnitPublishedV1::new);

  static final ReferenceKind<WorkCalendar, WorkCalendarV1> CALENDAR =
      new ReferenceKind<>(
          "work_calendars",
          WorkCalendarV1.class,
          it -> calendar(it.year()),
          ReferenceContracts::of,
          ReferenceContracts::read,
          WorkCalendarPublishedV1::new);

  static final ReferenceKind<RuleSet, RuleSetV1> RULE_SET =
      new ReferenceKind<>(
          "rule_sets",
          RuleSetV1.class,
          RuleSet::key,
          ReferenceContracts::of,
          ReferenceContracts::read,
          RuleSetPublishedV1::new);

  static final ReferenceKind<Exemption, ExemptionV1> EXEMPTION =
      new ReferenceKind<>(
          "exemptions",
          ExemptionV1.class,
          it -> exemption(it.id()),
          ReferenceContracts::of,
          ReferenceContracts::read,
          ExemptionPublishedV1::new);

  static final ReferenceKind<InspectionRound, RoundV1> ROUND =
      new ReferenceKind<>(
          "rounds",
          RoundV1.class,
          it -> "round/" + it.id(),
          ReferenceContracts::of,
          ReferenceContracts::read,
          RoundPublishedV1::new);

  static String calendar(int year) {
    return "calendar/" + year;
  }

  static String exemption(String id) {
    return "exemption/" + id;
  }
}
