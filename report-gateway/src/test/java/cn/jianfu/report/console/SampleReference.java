package cn.jianfu.report.console;

import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.report.reference.domain.District;
import cn.jianfu.report.reference.domain.Exemption;
import cn.jianfu.report.reference.domain.OrgTree;
import cn.jianfu.report.reference.domain.OrgUnit;
import cn.jianfu.report.reference.domain.Rule;
import cn.jianfu.report.reference.domain.RuleSet;
import cn.jianfu.report.reference.domain.RuleSets;
import cn.jianfu.report.reference.domain.Ruling;
import cn.jianfu.report.reference.domain.WorkCalendar;
import cn.jianfu.report.reference.domain.WorkCalendars;
import cn.jianfu.report.scope.UnitScope;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calendars and exemptions for the tests of the console, kept as the store keeps them. */
final class SampleReference {

  static final String DISTRICT = "350213000000";
  static final String MAXIANG = "350213102000";
  static final String OFFICE = "350213101901";
  static final String GROUP = OFFICE + "/WECHAT/flood";

  final Map<Integer, Stored<WorkCalendar>> calendars = new ConcurrentSkipListMap<>();
  final Map<String, Stored<Exemption>> exemptions = new ConcurrentSkipListMap<>();

  /** Whether the outbox is full. */
  volatile boolean full;

  void reset() {
    full = false;
    calendars.clear();
    put(
        new WorkCalendar(
            2026,
            LocalDate.of(2026, 10, 1).datesUntil(LocalDate.of(2026, 10, 8)).toList(),
            List.of(LocalDate.of(2026, 9, 20), LocalDate.of(2026, 10, 10)),
            LocalTime.of(8, 0),
            LocalTime.of(18, 0)));
    exemptions.clear();
    put(exemption("flood", "G-ZOMB", OFFICE, GROUP, "2026-11-01", "2026-12-31"));
    put(exemption("office", "G-DUPM", SampleDistrict.XINDIAN, null, "2026-10-01", "2026-11-23"));
    put(exemption("all", "G-OVER", DISTRICT, null, "2026-12-01", "2027-01-31"));
    put(exemption("other", "G-REG", MAXIANG, null, "2026-11-01", "2026-11-30"));
    put(exemption("past", "G-TEMP", DISTRICT, null, "2026-01-01", "2026-03-31"));
  }

  void put(WorkCalendar calendar) {
    long version = calendars.containsKey(calendar.year()) ? version(calendar.year()) + 1 : 1;
    calendars.put(calendar.year(), new Stored<>("calendar", calendar, version, version));
  }

  long version(int year) {
    var now = calendars.get(year);
    return now == null ? 0 : now.version();
  }

  void put(Exemption it) {
    var now = exemptions.get(it.id());
    long version = now == null ? 1 : now.version() + 1;
    exemptions.put(it.id(), new Stored<>(it.id(), it, version, version));
  }

  private static Exemption exemption(
      String id, String rule, String unit, @Nullable String group, String from, String to) {
    return new Exemption(
        id,
        rule,
        unit,
        group,
        "汛期值守群按<b>市防指</b>要求保留",
        "区委办〔2026〕17 号",
        LocalDate.parse(from),
        LocalDate.parse(to),
        null);
  }

  CalendarPage calendar(ConsoleUser user, int year) {
    return new CalendarMapping(
            WorkCalendars.of(calendars.values().stream().map(Stored::state).toList()), today())
        .page(year, user.administers(), calendars.get(year));
  }

  Optional<ReferenceReply<CalendarPage>> change(ConsoleUser user, int year, CalendarForm form) {
    var now = calendars.get(year);
    WorkCalendar current = now == null ? null : now.state();
    return form.wish(year, current)
        .map(wish -> outcome(now, form.version(), WorkCalendar.decide(current, wish), this::put))
        .map(outcome -> ReferenceReply.of(outcome, calendar(user, year)));
  }

  ExemptionsPage exemptions(ConsoleUser user, ExemptionQuery asked) {
    var town = user.scope().town();
    var scope = new UnitScope(town == null ? DISTRICT : town, district().units());
    var all =
        exemptions.values().stream().filter(it -> scope.touches(it.state().scopeUnit())).toList();
    var found = ExemptionMapping.asked(all, asked.show(), today());
    return new ExemptionMapping(names(), user.administers(), "next-" + exemptions.size())
        .page(
            asked,
            all,
            found,
            Paging.of(asked.page(), ExemptionQuery.ROWS, found.size()),
            Map.of(GROUP, "<i>防汛群</i>"));
  }

  Optional<ReferenceReply<ExemptionsPage>> exempt(
      ConsoleUser user, ExemptionQuery asked, ExemptionForm form) {
    var now = exemptions.get(form.id());
    Exemption current = now == null ? null : now.state();
    var district = district();
    Optional<Exemption> wish =
        form.say() == ExemptionForm.Say.ADD
            ? Optional.of(form.added())
            : Optional.ofNullable(current).map(it -> ExemptionForm.ended(it, today()));
    return wish.map(it ->
            outcome(
                now,
                form.version(),
                Exemption.decide(current, it, district.units(), district.ruleSets(), today()),
                this::put))
        .map(outcome -> ReferenceReply.of(outcome, exemptions(user, asked)));
  }

  private <S> Outcome<S, Ruling.Declined<S>> outcome(
      @Nullable Stored<S> now, long seen, Ruling<S> ruling, Consumer<S> put) {
    if (ruling instanceof Ruling.Unchanged<S>) {
      return new Outcome.Unchanged<>(now);
    }
    if (now != null && now.version() != seen) {
      return new Outcome.Stale<>(now);
    }
    return switch (ruling) {
      case Ruling.Declined<S> declined -> new Outcome.Declined<>(declined);
      case Ruling.Unchanged<S> _ -> new Outcome.Unchanged<>(now);
      case Ruling.Accepted<S> _ when full -> new Outcome.OutboxFull<>();
      case Ruling.Accepted<S>(S next) -> {
        put.accept(next);
        yield new Outcome.Applied<>(new Stored<>("", next, seen + 1, seen + 1), now == null);
      }
    };
  }

  private static LocalDate today() {
    return SampleDistrict.CLOCK.today();
  }

  static Names names() {
    return new Names(district(), today());
  }

  private static District district() {
    var units =
        Stream.of(
                unit(DISTRICT, "翔安区", "Xiang'an District", OrgUnit.Level.DISTRICT, DISTRICT),
                unit(SampleDistrict.XINDIAN, "新店镇", "Xindian Town", OrgUnit.Level.TOWN, DISTRICT),
                unit(MAXIANG, "马巷镇", "Maxiang Town", OrgUnit.Level.TOWN, DISTRICT),
                unit(
                    OFFICE,
                    "党政办",
                    "Party and Government Office",
                    OrgUnit.Level.TOWN,
                    DISTRICT,
                    SampleDistrict.XINDIAN))
            .toList();
    return new District(
        OrgTree.of(units), WorkCalendars.of(List.of()), rules(), List.of(), List.of());
  }

  private static RuleSets rules() {
    var rules =
        SampleRules.ALL.stream()
            .collect(
                Collectors.toMap(
                    SampleRules.Rule::id,
                    it ->
                        new Rule(
                            !it.id().equals("G-SECRET"),
                            it.severity(),
                            it.name().zh(),
                            it.name().en(),
                            "",
                            "",
                            "",
                            true)));
    return RuleSets.of(
        List.of(new RuleSet("xiangan", 3, LocalDate.of(2026, 10, 1), rules, Map.of(), Map.of())));
  }

  private static OrgUnit unit(
      String code, String name, String nameEn, OrgUnit.Level level, String... above) {
    List<String> path = Stream.concat(Stream.of(above), Stream.of(code)).distinct().toList();
    return new OrgUnit(
        code,
        name,
        nameEn,
        level,
        code.equals(OFFICE) ? OrgUnit.Kind.DEPARTMENT : OrgUnit.Kind.PARTY_GOV,
        path.size() == 1 ? null : path.get(path.size() - 2),
        path,
        null,
        LocalDate.of(2020, 1, 1),
        null);
  }
}
