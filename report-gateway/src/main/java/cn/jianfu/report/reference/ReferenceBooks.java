package cn.jianfu.report.reference;

import cn.jianfu.contracts.supervision.ExemptionV1;
import cn.jianfu.contracts.supervision.OrgUnitV1;
import cn.jianfu.contracts.supervision.RoundV1;
import cn.jianfu.contracts.supervision.RuleSetV1;
import cn.jianfu.contracts.supervision.WorkCalendarV1;
import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.messaging.aggregate.Restated;
import cn.jianfu.report.reference.domain.Exemption;
import cn.jianfu.report.reference.domain.InspectionRound;
import cn.jianfu.report.reference.domain.OrgUnit;
import cn.jianfu.report.reference.domain.RuleSet;
import cn.jianfu.report.reference.domain.WorkCalendar;
import cn.jianfu.report.runtime.UniqueKeys;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import reactor.core.publisher.Mono;

/** One book for each kind of reference data. */
record ReferenceBooks(
    ReferenceBook<OrgUnit, OrgUnitV1> units,
    ReferenceBook<WorkCalendar, WorkCalendarV1> calendars,
    ReferenceBook<RuleSet, RuleSetV1> ruleSets,
    ReferenceBook<Exemption, ExemptionV1> exemptions,
    ReferenceBook<InspectionRound, RoundV1> rounds) {

  static ReferenceBooks in(MongoDatabase database, OutboxRelay relay, UniqueKeys keys) {
    return new ReferenceBooks(
        new ReferenceBook<>(ReferenceKind.ORG_UNIT, database, relay, keys),
        new ReferenceBook<>(ReferenceKind.CALENDAR, database, relay, keys),
        new ReferenceBook<>(ReferenceKind.RULE_SET, database, relay, keys),
        new ReferenceBook<>(ReferenceKind.EXEMPTION, database, relay, keys),
        new ReferenceBook<>(ReferenceKind.ROUND, database, relay, keys));
  }

  List<Restated<?>> restated() {
    return List.of(
        units.restated(),
        calendars.restated(),
        ruleSets.restated(),
        exemptions.restated(),
        rounds.restated());
  }

  Mono<Void> ensureIndexes() {
    return units
        .ensureIndexes()
        .then(calendars.ensureIndexes())
        .then(ruleSets.ensureIndexes())
        .then(exemptions.ensureIndexes())
        .then(rounds.ensureIndexes());
  }
}
