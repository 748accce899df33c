package cn.jianfu.report.console;

import cn.jianfu.contracts.ActorV1;
import cn.jianfu.report.finding.FindingDesk;
import cn.jianfu.report.finding.FindingOrder;
import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.finding.domain.ShownState;
import cn.jianfu.report.scope.UnitScope;
import cn.jianfu.web.problem.ProblemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The workbench's questions and answers, from the desk where findings are kept. */
final class GatewayFindings {

  /** Pages further on are reached by narrowing, not by paging. */
  private static final int FURTHEST_PAGE = 40;

  private final FindingDesk desk;
  private final Supplier<Names> names;
  private final Function<Scope, UnitScope> units;

  GatewayFindings(FindingDesk desk, Supplier<Names> names, Function<Scope, UnitScope> units) {
    this.desk = desk;
    this.names = names;
    this.units = units;
  }

  Mono<FindingsPage> page(Scope scope, FindingQuery asked) {
    var query = query(asked);
    var states = states(asked.state());
    return desk.count(units.apply(scope), query)
        .map(counts ->
            counts.entrySet().stream()
                .filter(it -> states.contains(it.getKey()))
                .mapToLong(it -> it.getValue())
                .sum())
        .map(total -> Paging.of(Math.min(asked.page(), FURTHEST_PAGE), FindingQuery.ROWS, total))
        .flatMap(paging ->
            desk.list(
                    units.apply(scope),
                    query,
                    FindingOrder.NEWEST_FIRST,
                    paging.offset() + paging.size())
                .map(found -> page(scope, asked, found, paging)));
  }

  private FindingsPage page(
      Scope scope, FindingQuery asked, List<FindingView> found, Paging paging) {
    var known = names.get();
    var rows =
        found.stream()
            .skip(paging.offset())
            .map(finding -> FindingMapping.row(finding, known))
            .toList();
    return new FindingsPage(asked, rows, paging, known.towns(scope), known.rules());
  }

  Mono<List<FindingRow>> rows(Scope scope, List<String> ids) {
    return visible(scope, ids)
        .map(finding -> FindingMapping.row(finding, names.get()))
        .collectList();
  }

  Mono<Handled> judge(ConsoleUser user, JudgementForm form) {
    var by = new ActorV1(user.issuer(), user.subject(), user.judge(), user.unit());
    // A unit speaks for itself and what is below it, and sees more of its town than that.
    boolean contests = form.verdict() == Verdict.CONTEST;
    var reach = units.apply(contests ? new Scope(user.unit()) : user.scope());
    return visible(user.scope(), form.ids())
        .concatMap(finding -> judge(reach, finding, by, form))
        .collectList()
        .map(judged ->
            new Handled(
                judged.stream().map(it -> FindingMapping.row(it.finding(), names.get())).toList(),
                (int) judged.stream().filter(it -> !it.taken()).count()));
  }

  private record Judged(FindingView finding, boolean taken) {}

  /** Somebody else may have been faster: the row is shown as it stands then. */
  private Mono<Judged> judge(UnitScope reach, FindingView finding, ActorV1 by, JudgementForm form) {
    var id = finding.findingId();
    return said(reach, id, by, form)
        .map(after -> new Judged(after, true))
        .defaultIfEmpty(new Judged(finding, false))
        .onErrorResume(
            GatewayFindings::isRefusal,
            refused ->
                desk.find(reach, id).defaultIfEmpty(finding).map(now -> new Judged(now, false)));
  }

  /** Empty when the finding is not the user's to speak of. */
  private Mono<FindingView> said(UnitScope reach, String id, ActorV1 by, JudgementForm form) {
    String key = form.key() + "#" + id;
    return form.verdict() == Verdict.CONTEST
        ? desk.contest(reach, id, form.reason(), by, key)
        : desk.judge(reach, id, verdict(form.verdict()), form.reason(), by, key);
  }

  private static boolean isRefusal(Throwable failure) {
    return failure instanceof ProblemException problem && problem.problem().type().status() < 500;
  }

  private Flux<FindingView> visible(Scope scope, List<String> ids) {
    var reach = units.apply(scope);
    return Flux.fromIterable(ids).concatMap(id -> desk.find(reach, id));
  }

  private static cn.jianfu.report.finding.FindingQuery query(FindingQuery asked) {
    return new cn.jianfu.report.finding.FindingQuery(
        none(asked.town()),
        none(asked.rule()),
        none(asked.severity()),
        asked.state().equals(FindingQuery.ANY) ? Set.of() : states(asked.state()),
        none(asked.text()),
        null,
        asked.state().equals(FindingQuery.CONTESTED));
  }

  private static Set<ShownState> states(String state) {
    return switch (state) {
      case FindingQuery.ANY, FindingQuery.CONTESTED -> EnumSet.allOf(ShownState.class);
      case FindingQuery.OPEN ->
          EnumSet.of(ShownState.SUSPECTED, ShownState.CONFIRMED, ShownState.REOPENED);
      default -> EnumSet.of(ShownState.valueOf(state));
    };
  }

  private static cn.jianfu.report.finding.domain.Verdict verdict(Verdict verdict) {
    return switch (verdict) {
      case CONFIRM -> cn.jianfu.report.finding.domain.Verdict.CONFIRMED;
      case DISMISS -> cn.jianfu.report.finding.domain.Verdict.DISMISSED;
      case TAKE_BACK -> cn.jianfu.report.finding.domain.Verdict.TAKEN_BACK;
      case CONTEST -> throw new IllegalArgumentException("is no verdict");
    };
  }

  private static @Nullable String none(String text) {
    return text.isEmpty() ? null : text;
  }
}
