package cn.jianfu.report.audit;

import cn.jianfu.report.scope.Access;
import cn.jianfu.web.paging.ChosenFields;
import cn.jianfu.web.paging.PageOf;
import cn.jianfu.web.paging.PageRequest;
import cn.jianfu.web.security.Caller;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/audit")
class AuditEndpoint {

  private final AuditLog log;
  private final Access access;
  private final ChosenFields fields;

  AuditEndpoint(AuditLog log, Access access, ChosenFields fields) {
    this.fields = fields;
    this.log = log;
    this.access = access;
  }

  /** An entry as it is shown; the event's body stays in the log. */
  record Shown(
      String partition,
      long offset,
      String type,
      String subject,
      String time,
      String actor,
      String hash) {}

  @GetMapping
  Mono<PageOf<?>> list(
      Caller caller,
      @RequestParam(required = false) @Nullable @Size(max = 400) String subject,
      PageRequest page) {
    access.mayAudit(caller);
    boolean newestFirst = page.order("-time", Set.of("time")).descending();
    return log.list(subject, newestFirst, page.after(2).orElse(List.of()), page.limit() + 1)
        .collectList()
        .map(found -> page.page(found, AuditLog::place).map(AuditEndpoint::shown))
        .map(found -> fields.of(found, page, Shown.class));
  }

  /** Follows every chain; {@code broken} is empty when they hold. */
  @GetMapping("/verification")
  Mono<AuditVerification.Report> verify(Caller caller) {
    access.mayAudit(caller);
    return log.all()
        .reduceWith(
            AuditVerification::new,
            (verification, entry) -> {
              verification.follow(entry);
              return verification;
            })
        .map(AuditVerification::report);
  }

  private static Shown shown(Document entry) {
    return new Shown(
        entry.getString("partition"),
        entry.getLong("offset"),
        entry.getString("type"),
        entry.getString("subject"),
        entry.getString("time"),
        entry.getString("actor"),
        entry.getString("hash"));
  }
}
