package cn.jianfu.report.reference;

import cn.jianfu.contracts.supervision.ExemptionV1;
import cn.jianfu.report.reference.domain.Exemption;
import cn.jianfu.report.scope.Access;
import cn.jianfu.report.scope.UnitScope;
import cn.jianfu.web.headers.Versions;
import cn.jianfu.web.paging.ChosenFields;
import cn.jianfu.web.paging.PageOf;
import cn.jianfu.web.paging.PageRequest;
import cn.jianfu.web.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.stream.Stream;
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
@RequestMapping("/api/v1/exemptions")
class ExemptionEndpoint {

  private final Reference reference;
  private final Access access;
  private final ChosenFields fields;

  ExemptionEndpoint(Reference reference, Access access, ChosenFields fields) {
    this.reference = reference;
    this.fields = fields;
    this.access = access;
  }

  record ExemptionBody(
      @NotNull @Size(max = 30) String rule,
      @NotNull @Pattern(regexp = "[0-9]{12}") String scopeUnit,
      @Nullable @Size(max = 400) String scopeGroup,
      @NotBlank @Size(max = Exemption.LONGEST_REASON) String reason,
      @NotBlank @Size(max = Exemption.LONGEST_APPROVAL) String approvedBy,
      @NotNull LocalDate from,
      @NotNull LocalDate to,
      @Nullable LocalDate revokedOn) {}

  @GetMapping
  PageOf<?> list(Caller caller, PageRequest page) {
    return fields.of(
        page.pageOf(seen(access.mayRead(caller)), "id", ExemptionV1::id), page, ExemptionV1.class);
  }

  private Stream<ExemptionV1> seen(UnitScope scope) {
    return reference.current().exemptions().stream()
        .filter(it -> scope.touches(it.scopeUnit()))
        .map(ReferenceContracts::of);
  }

  @GetMapping("/{id}")
  ExemptionV1 find(Caller caller, @PathVariable String id) {
    var scope = access.mayRead(caller);
    return seen(scope)
        .filter(it -> it.id().equals(id))
        .findAny()
        .orElseThrow(() -> Access.unseen(scope));
  }

  @PutMapping("/{id}")
  Mono<ResponseEntity<Object>> put(
      Caller caller,
      @PathVariable @Pattern(regexp = "[A-Za-z0-9._-]{1,60}") String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody ExemptionBody body) {
    var actor = access.mayAdminister(caller);
    var wish =
        new Exemption(
            id,
            body.rule(),
            body.scopeUnit(),
            body.scopeGroup(),
            body.reason(),
            body.approvedBy(),
            body.from(),
            body.to(),
            body.revokedOn());
    return reference
        .put(wish, new Request(caller.subject(), Versions.seen(ifMatch)), actor)
        .map(outcome -> ReferenceProblems.answer(outcome, ReferenceContracts::of));
  }
}
