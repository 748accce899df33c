package cn.jianfu.report.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the console asks of the read side. Names come in both languages and nothing is rendered;
 * what does not exist, or lies outside the scope, is empty.
 */
interface ConsoleSource {

  Mono<Words> district();

  /** The towns that {@code asked} narrows to, inside the scope. */
  Mono<OverviewPage> overview(Scope scope, OverviewQuery asked);

  /** One row as it stands now. */
  Mono<TownRow> town(String code);

  /** The code of each town whose view has just been written, as long as it is listened to. */
  Flux<String> changes();

  /** A town as it was on a day, or as it is now. */
  Mono<TownPage> townPage(String code, @Nullable LocalDate asOf);

  /** A town as it was shown on a day that is over; empty where the day was not closed. */
  Mono<TownPage> townShown(String code, LocalDate day);

  Mono<GroupList> groups(String town, GroupQuery asked);

  /** In how many groups the people of a town are, on a day or now. */
  Mono<LoadPage> load(String town, @Nullable LocalDate asOf);

  /**
   * A group by its id {@code unit/platform/externalId}.
   *
   * @param token the user's, with which the owning service is asked; null to do without it
   */
  Mono<GroupPage> group(Scope scope, String id, @Nullable String token);

  Mono<FindingsPage> findings(Scope scope, FindingQuery asked);

  /** The findings with these ids that are inside the scope. */
  Mono<List<FindingRow>> findings(Scope scope, List<String> ids);

  /** Judges findings in the user's name; findings that cannot be judged so are counted. */
  Mono<Handled> judge(ConsoleUser user, JudgementForm form);

  /** The self-check of a unit and of those below it, in the round that is open. */
  Mono<SelfCheckPage> selfCheck(UnitVisit visit);

  /** Answers one item; empty where the visitor decides nothing. */
  Mono<SelfCheckReply> answer(UnitVisit visit, SelfCheckForm form);

  /**
   * Agrees to everything that is open.
   *
   * @param seen what the visitor was shown; nothing is agreed to when it has changed
   */
  Mono<SelfCheckAgreed> agree(UnitVisit visit, String seen);

  Mono<List<MetricEntry>> metrics();

  /** A version of the rule set, or the one in force. */
  Mono<RuleSetPage> ruleSet(@Nullable Integer version);

  /**
   * What another number would do; empty while no rules are in force.
   *
   * @param token the user's, with which the owning service is asked; null to do without it
   */
  Mono<TrialPage> trial(Scope scope, TrialForm form, @Nullable String token, Locale language);

  /**
   * Groups of a town that could become one, and what that would give.
   *
   * @param token the user's, with which the owning service is asked; null to do without it
   */
  Mono<ClusterPage> clusters(ClusterQuery asked, @Nullable String token, Locale language);

  /** A unit's word on secrecy; empty where the visitor may not look. */
  Mono<SecrecyPage> secrecy(UnitVisit visit);

  /** Says something about secrecy for the unit; empty where the visitor speaks for nobody. */
  Mono<SecrecyReply> say(UnitVisit visit, SecrecyForm form);

  /** The exemptions of which the user may know. */
  Mono<ExemptionsPage> exemptions(ConsoleUser user, ExemptionQuery asked);

  /** Adds an exemption or ends one; empty when there is none to end. */
  Mono<ReferenceReply<ExemptionsPage>> exempt(
      ConsoleUser user, ExemptionQuery asked, ExemptionForm form);

  /** The working calendar of a year, which may have none. */
  Mono<CalendarPage> calendar(ConsoleUser user, int year);

  /** Changes the working calendar of a year; empty when there is none to change. */
  Mono<ReferenceReply<CalendarPage>> change(ConsoleUser user, int year, CalendarForm form);

  Mono<IngestPage> ingest(Scope scope);
}
