package cn.jianfu.group.finding;

import cn.jianfu.contracts.group.FindingV1;
import cn.jianfu.group.access.Access;
import cn.jianfu.group.access.Keyset;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.web.paging.ChosenFields;
import cn.jianfu.web.paging.PageOf;
import cn.jianfu.web.paging.PageRequest;
import cn.jianfu.web.security.Caller;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the detection says of the groups of a unit and all below it. */
@RestController
@RequestMapping("/api/v1/findings")
class FindingListEndpoint {

  private static final Map<String, String> SORTS = Map.of("findingId", "_id");

  private final Findings findings;
  private final Access access;
  private final Reference reference;
  private final ChosenFields fields;

  FindingListEndpoint(Findings findings, Access access, Reference reference, ChosenFields fields) {
    this.findings = findings;
    this.access = access;
    this.reference = reference;
    this.fields = fields;
  }

  @GetMapping
  Mono<PageOf<?>> list(
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable String rule,
      @RequestParam(required = false) @Nullable String group,
      @RequestParam(defaultValue = "true") boolean open,
      PageRequest page,
      Caller caller) {
    String scope = unit == null ? caller.unit() : unit;
    access.mustRead(caller, scope);
    Keyset keyset = new Keyset(page, "findingId", SORTS);
    List<Bson> wanted = new ArrayList<>();
    wanted.add(Filters.in("state.unit", reference.data().subtree(scope)));
    wanted.add(Filters.eq("state.open", open));
    if (rule != null) {
      wanted.add(Filters.eq("state.rule", rule));
    }
    if (group != null) {
      // Whether another unit's group is concerned is not to be found out by asking for it.
      boolean mayAsk = Sight.ofReader(caller.unit(), reference.data()).shows(group);
      wanted.add(
          mayAsk ? Filters.eq("state.groups", group) : Filters.in("state.groups", List.of()));
    }
    return findings
        .query(keyset.filter(Filters.and(wanted)), keyset.sort(), page.limit() + 1)
        .collectList()
        .map(found -> page.page(found, stored -> List.of(stored.id(), stored.id())))
        .map(found -> found.map(stored -> findings.seenFrom(caller.unit(), stored.state())))
        .map(found -> fields.of(found, page, FindingV1.class));
  }
}
