package cn.jianfu.report.console;

import cn.jianfu.report.compliance.GroupLine;
import cn.jianfu.report.compliance.RegisterLine;
import cn.jianfu.report.compliance.domain.CleanupDecision;
import cn.jianfu.report.compliance.domain.GroupState;
import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.finding.domain.Actor;
import cn.jianfu.report.finding.domain.Contest;
import cn.jianfu.report.finding.domain.Gravity;
import cn.jianfu.report.finding.domain.Judgement;
import cn.jianfu.report.finding.domain.Severity;
import cn.jianfu.report.finding.domain.ShownState;
import cn.jianfu.report.finding.domain.Verdict;
import cn.jianfu.report.reference.domain.District;
import cn.jianfu.report.reference.domain.Exemption;
import cn.jianfu.report.reference.domain.InspectionRound;
import cn.jianfu.report.reference.domain.OrgTree;
import cn.jianfu.report.reference.domain.OrgUnit;
import cn.jianfu.report.reference.domain.OrgUnit.Kind;
import cn.jianfu.report.reference.domain.OrgUnit.Level;
import cn.jianfu.report.reference.domain.WorkCalendar;
import cn.jianfu.report.reference.domain.WorkCalendars;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What inboxes are made of. */
final class InboxSamples {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final String DISTRICT = "350213000000";
  static final String TOWN = "350213101000";
  static final String OFFICE = "350213101901";
  static final String VILLAGE = "350213101201";
  static final String OTHER_VILLAGE = "350213101202";

  static final OrgTree UNITS =
      OrgTree.of(
          List.of(
              unit("翔安区", "Xiang'an District", Level.DISTRICT, Kind.PARTY_GOV, DISTRICT),
              unit("新店镇", "Xindian Town", Level.TOWN, Kind.PARTY_GOV, DISTRICT, TOWN),
              unit("党政办", "Party Office", Level.TOWN, Kind.DEPARTMENT, DISTRICT, TOWN, OFFICE),
              unit("洪厝村", "Hongcuo", Level.COMMUNITY, Kind.VILLAGE, DISTRICT, TOWN, VILLAGE),
              unit("沙美村", "Shamei", Level.COMMUNITY, Kind.VILLAGE, DISTRICT, TOWN, OTHER_VILLAGE)));

  private static final ConsoleUser READER =
      new ConsoleUser("issuer", "u", "name", OFFICE, Set.of("town-office"));

  private InboxSamples() {}

  static Names names(List<Exemption> exemptions, List<InspectionRound> rounds) {
    return names(TODAY, exemptions, rounds);
  }

  static Names names(LocalDate day, List<Exemption> exemptions, List<InspectionRound> rounds) {
    return names(day, exemptions, rounds, calendar(2026, LocalDate.of(2026, 1, 1)));
  }

  static Names names(LocalDate day, WorkCalendar... calendars) {
    return names(day, List.of(), List.of(), calendars);
  }

  private static Names names(
      LocalDate day,
      List<Exemption> exemptions,
      List<InspectionRound> rounds,
      WorkCalendar... calendars) {
    return new Names(
        new District(
            UNITS,
            WorkCalendars.of(List.of(calendars)),
            District.EMPTY.ruleSets(),
            exemptions,
            rounds),
        day);
  }

  static WorkCalendar calendar(int year, LocalDate... holidays) {
    return new WorkCalendar(
        year, List.of(holidays), List.of(), LocalTime.of(8, 0), LocalTime.of(18, 0));
  }

  static InboxFacts of(InboxFacts.Office office) {
    return new InboxFacts(names(List.of(), List.of()), OFFICE, office, null, null);
  }

  static InboxFacts.Office groups(RegisterRow... groups) {
    return new InboxFacts.Office(true, List.of(groups), List.of(), null, null, List.of());
  }

  static InboxFacts.Office findings(FindingView... findings) {
    return new InboxFacts.Office(true, List.of(), List.of(findings), null, null, List.of());
  }

  /** A group that somebody decided about. */
  static RegisterRow decided(String name, String decision, @Nullable LocalDate dueOn) {
    return group(name, "PERMANENT", GroupState.DISSOLVING, decision, dueOn, null, 0);
  }

  static RegisterRow found(
      String name, GroupState state, @Nullable String decision, long findings) {
    return group(name, "PERMANENT", state, decision, null, null, findings);
  }

  static RegisterRow ending(String name, String kind, LocalDate validUntil) {
    return group(name, kind, GroupState.ACTIVE, null, null, validUntil, 0);
  }

  /** As it is on the register; without a day what is decided is carried out. */
  static RegisterRow group(
      String name,
      @Nullable String kind,
      GroupState state,
      @Nullable String decision,
      @Nullable LocalDate dueOn,
      @Nullable LocalDate validUntil,
      long findings) {
    var line =
        new GroupLine(
            OFFICE + "/WECHAT/" + name,
            OFFICE,
            name,
            "WECHAT",
            kind,
            state,
            "DECLARED",
            null,
            null,
            null,
            null,
            null,
            decision,
            dueOn,
            validUntil,
            findings);
    return new RegisterRows(names(List.of(), List.of()), READER)
        .of(
            List.of(new RegisterLine(line, decision == null ? null : decision(decision, dueOn))),
            Collections.nCopies((int) findings, finding(name, ShownState.CONFIRMED)))
        .getFirst();
  }

  private static CleanupDecision decision(String kind, @Nullable LocalDate dueOn) {
    return new CleanupDecision(
        CleanupDecision.Kind.valueOf(kind),
        TODAY.minusDays(20),
        dueOn == null ? TODAY : dueOn,
        null,
        dueOn == null ? TODAY : null,
        null);
  }

  static FindingView finding(String title, ShownState state) {
    return finding(title, state, List.of(), List.of());
  }

  /** A finding that was contested, and answered on a day; null while it waits. */
  static FindingView contested(String title, ShownState state, @Nullable LocalDate answeredOn) {
    var contest =
        new Contest("仍在使用", by("town-office"), at(TODAY.minusDays(20)), TODAY.minusDays(20));
    return finding(
        title,
        state,
        List.of(contest),
        answeredOn == null
            ? List.of()
            : List.of(
                new Judgement(
                    Verdict.DISMISSED,
                    "经核实",
                    by("discipline"),
                    at(answeredOn),
                    answeredOn,
                    Gravity.of(Severity.MAJOR, 1, Map.of()))));
  }

  private static FindingView finding(
      String title, ShownState state, List<Contest> contests, List<Judgement> judgements) {
    return new FindingView(
        "f-" + title,
        LocalDate.of(2026, 11, 23),
        "G-ZOMB",
        OFFICE + "/WECHAT/" + title,
        "M",
        state,
        false,
        TOWN,
        OFFICE,
        title,
        List.of(OFFICE + "/WECHAT/" + title),
        44,
        Map.of(),
        "闲置 80 天",
        "idle for 80 days",
        "API",
        "district@1",
        TODAY.minusDays(30),
        TODAY,
        null,
        null,
        List.of(),
        judgements,
        !contests.isEmpty() && judgements.isEmpty(),
        contests);
  }

  private static Actor by(String role) {
    return new Actor("issuer", "u", role, OFFICE);
  }

  private static Instant at(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.ofHours(8)).toInstant();
  }

  static Exemption exemption(String id, LocalDate to) {
    return new Exemption(id, "G-HOURS", TOWN, null, "防汛值守", "区防汛办", TODAY.minusDays(60), to, null);
  }

  static InspectionRound round(LocalDate openedOn, LocalDate dueOn, @Nullable LocalDate closedOn) {
    return new InspectionRound(
        "autumn", "秋季专项", "Autumn clean-up", DISTRICT, openedOn, dueOn, closedOn);
  }

  private static OrgUnit unit(String name, String nameEn, Level level, Kind kind, String... path) {
    return new OrgUnit(
        path[path.length - 1],
        name,
        nameEn,
        level,
        kind,
        path.length > 1 ? path[path.length - 2] : null,
        List.of(path),
        null,
        LocalDate.of(2020, 1, 1),
        null);
  }
}
