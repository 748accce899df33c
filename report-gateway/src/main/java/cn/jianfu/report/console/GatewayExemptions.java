package cn.jianfu.report.console;

import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.GroupLine;
import cn.jianfu.report.compliance.TownCompliances;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.report.reference.domain.Exemption;
import cn.jianfu.report.reference.domain.Ruling;
import cn.jianfu.report.scope.Access;
import cn.jianfu.report.scope.UnitScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Exemptions, from the reference data and back into it. */
final class GatewayExemptions {

  private final Reference reference;
  private final TownCompliances towns;
  private final Access access;
  private final DistrictClock clock;
  private final RandomKeys random;

  GatewayExemptions(
      Reference reference,
      TownCompliances towns,
      Access access,
      DistrictClock clock,
      RandomKeys random) {
    this.reference = reference;
    this.towns = towns;
    this.access = access;
    this.clock = clock;
    this.random = random;
  }

  Mono<ExemptionsPage> page(ConsoleUser user, UnitScope scope, ExemptionQuery asked) {
    return reference
        .exemptions()
        .filter(it -> scope.touches(it.state().scopeUnit()))
        .collectList()
        .flatMap(all -> page(user, scope, asked, all));
  }

  private Mono<ExemptionsPage> page(
      ConsoleUser user, UnitScope scope, ExemptionQuery asked, List<Stored<Exemption>> all) {
    var mapping = new ExemptionMapping(names(), user.administers(), random.next());
    var found = ExemptionMapping.asked(all, asked.show(), clock.today());
    var paging = Paging.of(asked.page(), ExemptionQuery.ROWS, found.size());
    var shown = found.stream().skip(paging.offset()).limit(paging.size()).toList();
    return groups(shown, scope).map(groups -> mapping.page(asked, all, shown, paging, groups));
  }

  /** Empty when there is nothing to end. */
  Mono<ReferenceReply<ExemptionsPage>> put(
      ConsoleUser user, UnitScope scope, ExemptionQuery asked, ExemptionForm form) {
    return Mono.fromSupplier(() -> ReferenceWriter.of(user, access))
        .zipWith(reference.exemption(form.id()).map(Optional::of).defaultIfEmpty(Optional.empty()))
        .flatMap(both -> put(both.getT1(), form, both.getT2().orElse(null)))
        .flatMap(outcome -> page(user, scope, asked).map(page -> ReferenceReply.of(outcome, page)));
  }

  private Mono<Outcome<Exemption, Ruling.Declined<Exemption>>> put(
      ReferenceWriter writer, ExemptionForm form, @Nullable Stored<Exemption> now) {
    return Mono.justOrEmpty(wish(form, now))
        .flatMap(wish -> writer.put(wish, now, form.version(), reference::put));
  }

  private Optional<Exemption> wish(ExemptionForm form, @Nullable Stored<Exemption> now) {
    return switch (form.say()) {
      case ADD -> Optional.of(form.added());
      case END ->
          Optional.ofNullable(now).map(it -> ExemptionForm.ended(it.state(), clock.today()));
    };
  }

  /** The names of the groups that are exempt, as far as the reader may know of them. */
  private Mono<Map<String, String>> groups(List<Stored<Exemption>> shown, UnitScope scope) {
    var ids = shown.stream().flatMap(it -> Stream.ofNullable(it.state().scopeGroup())).toList();
    var visible = ids.stream().filter(id -> scope.reaches(unitOf(id))).toList();
    return Flux.fromStream(visible.stream().flatMap(id -> townOf(unitOf(id)).stream()).distinct())
        .concatMap(town -> towns.groups(town, null))
        .concatMapIterable(lines -> lines)
        .filter(line -> visible.contains(line.groupId()))
        .collectMap(GroupLine::groupId, GroupLine::name);
  }

  private static String unitOf(String group) {
    return group.substring(0, Math.max(0, group.indexOf('/')));
  }

  private Optional<String> townOf(String unit) {
    return reference.current().units().placeOf(unit);
  }

  private Names names() {
    return new Names(reference.current(), clock.today());
  }
}
