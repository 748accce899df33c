package cn.jianfu.report.reference;

import cn.jianfu.contracts.supervision.RoundV1;
import cn.jianfu.report.reference.domain.InspectionRound;
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
@RequestMapping("/api/v1/rounds")
class RoundEndpoint {

  private final Reference reference;
  private final Access access;
  private final ChosenFields fields;

  RoundEndpoint(Reference reference, Access access, ChosenFields fields) {
    this.reference = reference;
    this.fields = fields;
    this.access = access;
  }

  record RoundBody(
      @NotBlank @Size(max = 100) String nameZh,
      @NotBlank @Size(max = 200) String nameEn,
      @NotNull @Pattern(regexp = "[0-9]{12}") String scope,
      @NotNull LocalDate openedOn,
      @NotNull LocalDate selfCheckDueOn,
      @Nullable LocalDate closedOn) {}

  @GetMapping
  PageOf<?> list(Caller caller, PageRequest page) {
    return fields.of(
        page.pageOf(seen(access.mayRead(caller)), "id", RoundV1::id), page, RoundV1.class);
  }

  private Stream<RoundV1> seen(UnitScope scope) {
    return reference.current().rounds().stream()
        .filter(it -> scope.reaches(it.scope()) || scope.units().within(scope.unit(), it.scope()))
        .map(ReferenceContracts::of);
  }

  @GetMapping("/{id}")
  RoundV1 find(Caller caller, @PathVariable String id) {
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
      @Valid @RequestBody RoundBody body) {
    var actor = access.mayAdminister(caller);
    var wish =
        new InspectionRound(
            id,
            body.nameZh(),
            body.nameEn(),
            body.scope(),
            body.openedOn(),
            body.selfCheckDueOn(),
            body.closedOn());
    return reference
        .put(wish, new Request(caller.subject(), Versions.seen(ifMatch)), actor)
        .map(outcome -> ReferenceProblems.answer(outcome, ReferenceContracts::of));
  }
}
