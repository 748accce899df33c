package cn.jianfu.group.workgroup;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.access.Keyset;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.workgroup.domain.GroupKind;
import cn.jianfu.group.workgroup.domain.GroupState;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.web.paging.ChosenFields;
import cn.jianfu.web.paging.PageOf;
import cn.jianfu.web.paging.PageRequest;
import cn.jianfu.web.security.Caller;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The groups of a unit and all below it. */
@RestController
@RequestMapping("/api/v1/groups")
class GroupListEndpoint {

  private static final Map<String, String> SORTS =
      Map.of("groupId", "_id", "name", "state.name", "state", "state.state");
  private static final int LONGEST_SEARCH = 100;

  private final WorkGroups groups;
  private final Access access;
  private final Reference reference;
  private final ChosenFields fields;

  GroupListEndpoint(WorkGroups groups, Access access, Reference reference, ChosenFields fields) {
    this.groups = groups;
    this.access = access;
    this.reference = reference;
    this.fields = fields;
  }

  @GetMapping
  Mono<PageOf<?>> list(
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable GroupState state,
      @RequestParam(required = false) @Nullable GroupKind kind,
      @RequestParam(required = false) @Nullable String q,
      PageRequest page,
      Caller caller) {
    String scope = unit == null ? caller.unit() : unit;
    access.mustRead(caller, scope);
    Keyset keyset = new Keyset(page, "groupId", SORTS);
    return groups
        .query(keyset.filter(wanted(scope, state, kind, q)), keyset.sort(), page.limit() + 1)
        .collectList()
        .map(found -> page.page(found, stored -> position(stored, keyset)))
        .map(found -> found.map(WorkGroupView::of))
        .map(found -> fields.of(found, page, WorkGroupView.class));
  }

  private Bson wanted(
      String scope, @Nullable GroupState state, @Nullable GroupKind kind, @Nullable String q) {
    List<Bson> all = new ArrayList<>();
    all.add(Filters.in("state.unit", reference.data().subtree(scope)));
    if (state != null) {
      all.add(Filters.eq("state.state", state.name()));
    }
    if (kind != null) {
      all.add(Filters.eq("state.kind", kind.name()));
    }
    if (q != null && !q.isBlank()) {
      String wanted = q.strip().substring(0, Math.min(q.strip().length(), LONGEST_SEARCH));
      // Quoted, so that nobody can send an expression that takes for ever.
      all.add(
          Filters.regex(
              "state.name", Pattern.compile(Pattern.quote(wanted), Pattern.CASE_INSENSITIVE)));
    }
    return Filters.and(all);
  }

  private static List<String> position(Stored<WorkGroup> stored, Keyset keyset) {
    String value =
        switch (keyset.field()) {
          case "state.name" -> stored.state().profile().facts().name();
          case "state.state" -> stored.state().state().name();
          default -> stored.id();
        };
    return List.of(value, stored.id());
  }
}
