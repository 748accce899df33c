package cn.jianfu.group.finding;

import cn.jianfu.contracts.group.FindingV1;
import cn.jianfu.group.access.Access;
import cn.jianfu.group.access.Page;
import cn.jianfu.group.access.Paging;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.messaging.aggregate.Stored;
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

  private final Findings findings;
  private final Access access;
  private final Reference reference;

  FindingListEndpoint(Findings findings, Access access, Reference reference) {
    this.findings = findings;
    this.access = access;
    this.reference = reference;
  }

  @GetMapping
  Mono<Page<FindingV1>> list(
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable String rule,
      @RequestParam(required = false) @Nullable String group,
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller caller) {
    String scope = unit == null ? caller.unit() : unit;
    access.mustRead(caller, scope);
    Paging paging = Paging.of(null, limit, cursor, Map.of());
    List<Bson> wanted = new ArrayList<>();
    wanted.add(Filters.in("state.unit", reference.data().subtree(scope)));
    wanted.add(Filters.eq("state.open", open));
    if (rule != null) {
      wanted.add(Filters.eq("state.rule", rule));
    }
    if (group != null) {
      wanted.add(Filters.eq("state.groups", group));
    }
    return findings
        .query(paging.filter(Filters.and(wanted)), paging.sort(), paging.limit() + 1)
        .collectList()
        .map(
            found ->
                paging.page(
                    found, Stored::id, Stored::id, stored -> findings.view(stored.state())));
  }
}
