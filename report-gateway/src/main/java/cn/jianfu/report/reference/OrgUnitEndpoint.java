package cn.jianfu.report.reference;

import cn.jianfu.contracts.supervision.OrgUnitV1;
import cn.jianfu.report.reference.domain.OrgUnit;
import cn.jianfu.report.scope.Access;
import cn.jianfu.web.headers.Versions;
import cn.jianfu.web.paging.ChosenFields;
import cn.jianfu.web.paging.PageOf;
import cn.jianfu.web.paging.PageRequest;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/org-units")
class OrgUnitEndpoint {

  private static final String CODE = "[0-9]{12}";

  private final Reference reference;
  private final Access access;
  private final ChosenFields fields;

  OrgUnitEndpoint(Reference reference, Access access, ChosenFields fields) {
    this.reference = reference;
    this.fields = fields;
    this.access = access;
  }

  record OrgUnitBody(
      @NotBlank @Size(max = 100) String name,
      @NotBlank @Size(max = 200) String nameEn,
      OrgUnit.@NotNull Level level,
      OrgUnit.@NotNull Kind kind,
      @Nullable @Pattern(regexp = CODE) String parent,
      @Nullable @Size(max = 50) String line,
      @NotNull LocalDate openedOn,
      @Nullable LocalDate closedOn) {}

  @GetMapping
  PageOf<?> list(Caller caller, PageRequest page) {
    var scope = access.mayRead(caller);
    var all = scope.units().below(scope.unit()).stream().map(ReferenceContracts::of);
    return fields.of(page.pageOf(all, "orgCode", OrgUnitV1::orgCode), page, OrgUnitV1.class);
  }

  @GetMapping("/{code}")
  OrgUnitV1 find(Caller caller, @PathVariable String code) {
    return access
        .mayRead(caller, code)
        .units()
        .find(code)
        .map(ReferenceContracts::of)
        .orElseThrow(() -> Problem.of(WebProblems.NOT_FOUND).toException());
  }

  @PutMapping("/{code}")
  Mono<ResponseEntity<Object>> put(
      Caller caller,
      @PathVariable @Pattern(regexp = CODE) String code,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody OrgUnitBody body) {
    var actor = access.mayAdminister(caller);
    var wish =
        new OrgUnit.PutOrgUnit(
            code,
            body.name(),
            body.nameEn(),
            body.level(),
            body.kind(),
            body.parent(),
            body.line(),
            body.openedOn(),
            body.closedOn());
    return reference
        .put(wish, new Request(caller.subject(), Versions.seen(ifMatch)), actor)
        .map(outcome -> ReferenceProblems.answer(outcome, ReferenceContracts::of));
  }
}
