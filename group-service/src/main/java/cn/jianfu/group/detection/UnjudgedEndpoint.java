package cn.jianfu.group.detection;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.detection.UnjudgedGroups.OfTown;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.web.security.Caller;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which groups a rule could not judge, so that what is missing can be sent. */
@RestController
@RequestMapping("/api/v1/unjudged")
class UnjudgedEndpoint {

  private final UnjudgedGroups unjudged;
  private final Access access;
  private final Reference reference;

  UnjudgedEndpoint(UnjudgedGroups unjudged, Access access, Reference reference) {
    this.unjudged = unjudged;
    this.access = access;
    this.reference = reference;
  }

  /**
   * The groups of a unit and those below it, as of the last whole scan.
   *
   * @param rule its id; of one that is not known there are none
   * @param town only of groups that are judged in that town; the top unit for those of units that
   *     are in no town
   */
  @GetMapping
  Mono<UnjudgedView> list(
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam String rule,
      @RequestParam(required = false) @Nullable String town,
      Caller caller) {
    String scope = unit == null ? caller.unit() : unit;
    String own = access.townToRead(caller, scope);
    return told(scope, own, town)
        .map(it -> new UnjudgedView(it.day(), within(it.of(rule), scope)))
        .reduce(UnjudgedView::and)
        .defaultIfEmpty(new UnjudgedView(null, List.of()));
  }

  private Flux<OfTown> told(String scope, String own, @Nullable String town) {
    boolean isDistrict = reference.data().isDistrict(scope);
    if (town == null) {
      return isDistrict ? unjudged.all() : unjudged.of(own).flux();
    }
    return isDistrict || town.equals(own) ? unjudged.of(town).flux() : Flux.empty();
  }

  private List<String> within(List<String> groups, String scope) {
    return groups.stream()
        .filter(id -> reference.data().within(GroupId.parse(id).unit(), scope))
        .toList();
  }

  /**
   * What a rule could not judge.
   *
   * @param day of the scan; absent while none has ended yet
   * @param groups ids, sorted
   */
  record UnjudgedView(
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate day, List<String> groups) {

    private UnjudgedView and(UnjudgedView other) {
      return new UnjudgedView(
          day, Stream.concat(groups.stream(), other.groups.stream()).sorted().toList());
    }
  }
}
