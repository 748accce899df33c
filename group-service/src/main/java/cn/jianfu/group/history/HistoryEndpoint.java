package cn.jianfu.group.history;

import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.EventType;
import cn.jianfu.contracts.group.WorkGroupEvent;
import cn.jianfu.group.access.Access;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.web.security.Caller;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The history of one group, latest first. */
@RestController
@RequestMapping("/api/v1/groups/{unit}/{platform}/{externalId}/history")
class HistoryEndpoint {

  private final GroupLog log;
  private final Access access;

  HistoryEndpoint(GroupLog log, Access access) {
    this.log = log;
    this.access = access;
  }

  @GetMapping
  Mono<Map<String, List<HistoryEntry>>> read(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @RequestParam(defaultValue = "500") @Min(1) @Max(5000) int limit,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    access.mustRead(caller, unit);
    return log.of(id.text())
        .collectList()
        .map(events -> Map.of("items", latest(entries(events), limit)));
  }

  private static List<HistoryEntry> latest(List<HistoryEntry> entries, int limit) {
    return entries.reversed().stream().limit(limit).toList();
  }

  private static List<HistoryEntry> entries(List<LoggedEvent> events) {
    List<HistoryEntry> entries = new ArrayList<>();
    Map<String, Object> before = Map.of();
    for (LoggedEvent event : events) {
      EventType<?> type = EventCatalogue.named(event.type());
      if (type != null
          && EventJson.read(event.body().getBytes(StandardCharsets.UTF_8), type.payload())
              instanceof WorkGroupEvent said) {
        Map<String, Object> now = HistoryEntry.shown(said.group());
        entries.add(HistoryEntry.of(event, said, before, now));
        before = now;
      }
    }
    return entries;
  }
}
