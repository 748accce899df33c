package cn.jianfu.report.audit;

import cn.jianfu.report.scope.Access;
import cn.jianfu.web.security.Caller;
import com.mongodb.client.model.Filters;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
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

  AuditEndpoint(AuditLog log, Access access) {
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
  Mono<List<Shown>> newest(
      Caller caller,
      @RequestParam(required = false) @Nullable String subject,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
    access.mayAudit(caller);
    return log.newest(subject == null ? new Document() : Filters.eq("subject", subject), limit)
        .map(AuditEndpoint::shown)
        .collectList();
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
