package cn.jianfu.report.finding;

import cn.jianfu.report.finding.domain.ShownState;
import cn.jianfu.report.finding.domain.Verdict;
import cn.jianfu.report.runtime.UniqueKeys;
import cn.jianfu.report.scope.Access;
import cn.jianfu.web.headers.IdempotencyKey;
import cn.jianfu.web.paging.ChosenFields;
import cn.jianfu.web.paging.PageOf;
import cn.jianfu.web.paging.PageRequest;
import cn.jianfu.web.problem.ProblemException;
import cn.jianfu.web.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/findings")
class FindingEndpoint {

  private static final String UNIT = "[0-9]{12}";
  private static final String RULE = "[GFVS]-[A-Z]{1,20}";

  private final FindingDesk desk;
  private final Access access;
  private final UniqueKeys keys;
  private final ChosenFields fields;

  FindingEndpoint(FindingDesk desk, Access access, UniqueKeys keys, ChosenFields fields) {
    this.fields = fields;
    this.keys = keys;
    this.desk = desk;
    this.access = access;
  }

  record Reason(@Nullable @Size(max = 500) String reason) {
    String text() {
      return reason == null ? "" : reason.strip();
    }
  }

  record Judgements(
      @NotNull Verdict verdict,
      @Nullable @Size(max = 500) String reason,
      @NotEmpty @Size(max = 200) List<@NotNull @Size(max = 200) String> findings) {}

  /**
   * How a judgement of one finding among several ended.
   *
   * @param problem the problem's type; null when it was taken
   */
  record Judged(String findingId, @Nullable ShownState state, @Nullable String problem) {}

  @GetMapping
  Mono<PageOf<?>> list(
      Caller caller,
      @RequestParam(required = false) @Nullable @Pattern(regexp = UNIT) String town,
      @RequestParam(required = false) @Nullable @Pattern(regexp = RULE) String rule,
      @RequestParam(required = false) @Nullable @Pattern(regexp = "[BMm]") String severity,
      @RequestParam(required = false) @Nullable Set<ShownState> state,
      @RequestParam(required = false) @Nullable @Size(max = 100) String q,
      @RequestParam(required = false) @Nullable @Size(max = 400) String group,
      @RequestParam(defaultValue = "false") boolean contested,
      PageRequest page) {
    FindingQuery asked =
        new FindingQuery(
            town, rule, severity, state == null ? Set.of() : state, q, group, contested);
    return desk.list(access.mayRead(caller), asked, FindingOrder.of(page), page.limit() + 1)
        .map(found -> page.page(found, FindingOrder::place))
        .map(found -> fields.of(found, page, FindingView.class));
  }

  /**
   * A finding as it stood on a day: by what was seen and said up to then.
   *
   * @param asOf today when not said; not found on a day before the finding was
   */
  @GetMapping("/{id}")
  Mono<FindingView> find(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable LocalDate asOf) {
    var scope = access.mayRead(caller);
    return desk.findAmongOthers(scope, id, asOf)
        .switchIfEmpty(Mono.error(() -> Access.unseen(scope)));
  }

  @PostMapping("/{id}/confirmation")
  Mono<FindingView> confirm(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody(required = false) @Nullable Reason reason) {
    return judge(caller, id, Verdict.CONFIRMED, reason, key);
  }

  @PostMapping("/{id}/dismissal")
  Mono<FindingView> dismiss(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody Reason reason) {
    return judge(caller, id, Verdict.DISMISSED, reason, key);
  }

  @DeleteMapping("/{id}/handling")
  Mono<FindingView> takeBack(Caller caller, @PathVariable String id) {
    return judge(caller, id, Verdict.TAKEN_BACK, null, null);
  }

  /** The unit concerned says what is against it; the judgement that follows is the answer. */
  @PostMapping("/{id}/contests")
  Mono<FindingView> contest(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody Reason reason) {
    var by = access.mayContest(caller);
    var scope = access.mayRead(caller);
    return desk.contest(scope, id, reason.text(), by, once(caller, key))
        .switchIfEmpty(Mono.error(() -> Access.unseen(scope)));
  }

  private String once(Caller caller, @Nullable String key) {
    return key == null ? keys.next() : caller.subject() + "#" + IdempotencyKey.read(key).value();
  }

  /** Judges several findings alike; each is answered for itself. */
  @PostMapping("/judgements")
  Mono<List<Judged>> judgeAll(Caller caller, @Valid @RequestBody Judgements asked) {
    access.mayJudge(caller);
    Reason reason = new Reason(asked.reason());
    return Flux.fromIterable(asked.findings())
        .distinct()
        .concatMap(id -> judgeOneOf(caller, id, asked.verdict(), reason))
        .collectList();
  }

  private Mono<Judged> judgeOneOf(Caller caller, String id, Verdict verdict, Reason reason) {
    return judge(caller, id, verdict, reason, null)
        .map(finding -> new Judged(id, finding.state(), null))
        .onErrorResume(
            ProblemException.class,
            failure -> Mono.just(new Judged(id, null, failure.problem().type().urn())));
  }

  private Mono<FindingView> judge(
      Caller caller, String id, Verdict verdict, @Nullable Reason reason, @Nullable String key) {
    var by = access.mayJudge(caller);
    String text = reason == null ? "" : reason.text();
    var scope = access.mayRead(caller);
    return desk.judge(scope, id, verdict, text, by, once(caller, key))
        .switchIfEmpty(Mono.error(() -> Access.unseen(scope)));
  }
}
