package cn.jianfu.report.reference;

import cn.jianfu.contracts.supervision.RuleSetV1;
import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.reference.domain.Rule;
import cn.jianfu.report.reference.domain.RuleSet;
import cn.jianfu.report.scope.Access;
import cn.jianfu.web.paging.ChosenFields;
import cn.jianfu.web.paging.PageOf;
import cn.jianfu.web.paging.PageRequest;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/rule-sets")
class RuleSetEndpoint {

  private static final String ID = "[a-z][a-z0-9-]{0,39}";
  private static final String RULE = "[GFVS]-[A-Z]{1,20}";
  private static final String KEY = "[A-Za-z][A-Za-z0-9.]{0,79}";

  private final Reference reference;
  private final DistrictClock clock;
  private final Access access;
  private final ChosenFields fields;

  RuleSetEndpoint(Reference reference, DistrictClock clock, Access access, ChosenFields fields) {
    this.reference = reference;
    this.fields = fields;
    this.clock = clock;
    this.access = access;
  }

  record RuleBody(
      @NotNull Boolean enabled,
      @NotNull @Pattern(regexp = "[BMm]") String severity,
      @NotNull @Size(max = 100) String nameZh,
      @NotNull @Size(max = 200) String nameEn,
      @NotNull @Size(max = 1000) String statementZh,
      @NotNull @Size(max = 2000) String statementEn,
      @NotNull @Size(max = 1000) String basis,
      @NotNull Boolean basisConfirmed) {}

  record RuleSetBody(
      @NotNull LocalDate effectiveFrom,
      @NotEmpty @Size(max = 200)
          Map<@Pattern(regexp = RULE) String, @Valid @NotNull RuleBody> rules,
      @NotEmpty @Size(max = 300)
          Map<@Pattern(regexp = KEY) String, @NotNull @Digits(integer = 9, fraction = 6) BigDecimal>
              thresholds,
      @NotEmpty @Size(max = 10)
          Map<
                  @Pattern(regexp = "group|form|vote|supervision") String,
                  @NotNull @Digits(integer = 3, fraction = 6) BigDecimal>
              areaWeights) {}

  /** All versions, or the one in force on a day. */
  @GetMapping
  PageOf<?> list(
      Caller caller,
      @RequestParam(required = false) @Nullable LocalDate inForceOn,
      PageRequest page) {
    access.mayRead(caller);
    var all = reference.current().ruleSets();
    var asked =
        (inForceOn == null ? all.versions().stream() : all.inForceOn(inForceOn).stream())
            .map(ReferenceContracts::of);
    return fields.of(page.pageOf(asked, "version", RuleSetEndpoint::place), page, RuleSetV1.class);
  }

  /** The rules in force today. */
  @GetMapping("/current")
  RuleSetV1 current(Caller caller) {
    access.mayRead(caller);
    return reference
        .current()
        .ruleSets()
        .inForceOn(clock.today())
        .map(ReferenceContracts::of)
        .orElseThrow(() -> Problem.of(WebProblems.NOT_FOUND).toException());
  }

  @GetMapping("/{id}/versions/{version}")
  RuleSetV1 find(Caller caller, @PathVariable String id, @PathVariable int version) {
    access.mayRead(caller);
    return reference.current().ruleSets().versions().stream()
        .filter(it -> it.id().equals(id) && it.version() == version)
        .map(ReferenceContracts::of)
        .findAny()
        .orElseThrow(() -> Problem.of(WebProblems.NOT_FOUND).toException());
  }

  @PutMapping("/{id}/versions/{version}")
  Mono<ResponseEntity<Object>> put(
      Caller caller,
      @PathVariable @Pattern(regexp = ID) String id,
      @PathVariable @Min(1) int version,
      @Valid @RequestBody RuleSetBody body) {
    var actor = access.mayAdminister(caller);
    Map<String, Rule> rules = new TreeMap<>();
    body.rules().forEach((rule, setting) -> rules.put(rule, rule(setting)));
    var wish =
        new RuleSet(
            id, version, body.effectiveFrom(), rules, body.thresholds(), body.areaWeights());
    return reference
        .put(wish, new Request(caller.subject(), null), actor)
        .map(outcome -> ReferenceProblems.answer(outcome, ReferenceContracts::of));
  }

  private static String place(RuleSetV1 it) {
    return it.id() + " " + "%010d".formatted(it.version());
  }

  private static Rule rule(RuleBody it) {
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
}
