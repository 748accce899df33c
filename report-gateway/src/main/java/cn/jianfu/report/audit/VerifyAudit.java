package cn.jianfu.report.audit;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.io.PrintStream;
import java.time.Duration;

/**
 * Verifies the audit log of a store, without the platform running: {@code java -cp … VerifyAudit
 * mongodb://host/report}. Exits with 1 when a chain is broken.
 */
public final class VerifyAudit {

  private static final Duration LONGEST = Duration.ofHours(1);

  private VerifyAudit() {}

  static void main(String[] arguments) {
    String uri = arguments.length == 0 ? "mongodb://127.0.0.1:27017/report" : arguments[0];
    System.exit(verify(uri, System.out) ? 0 : 1);
  }

  /** Whether every chain of that database holds; what was found is printed. */
  static boolean verify(String uri, PrintStream out) {
    String named = new ConnectionString(uri).getDatabase();
    try (MongoClient client = MongoClients.create(uri)) {
      AuditVerification verification = new AuditVerification();
      new AuditLog(client.getDatabase(named == null ? "report" : named))
          .all()
          .doOnNext(verification::follow)
          .blockLast(LONGEST);
      AuditVerification.Report report = verification.report();
      out.println(report.entries() + " entries");
      report.heads().forEach((partition, hash) -> out.println(partition + " " + hash));
      report.broken().forEach(entry -> out.println("broken at " + entry));
      out.println(report.holds() ? "every chain holds" : "NOT intact");
      return report.holds();
    }
  }
}
