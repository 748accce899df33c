package cn.jianfu.group.register;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.access.Origin;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.register.domain.Answers;
import cn.jianfu.group.register.domain.RegisterReader;
import cn.jianfu.group.register.domain.RegisterReading;
import cn.jianfu.group.workgroup.Followed;
import cn.jianfu.group.workgroup.Order;
import cn.jianfu.group.workgroup.Orders;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.web.imports.CorrectionFile;
import cn.jianfu.web.imports.ImportReport;
import cn.jianfu.web.imports.RowFinding;
import cn.jianfu.web.imports.RowResult;
import cn.jianfu.web.imports.Sheet;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemType;
import cn.jianfu.web.problem.Problems;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Mono;

/**
 * Imports registers: everything is decided first, the plan is stored, then it is carried out. A
 * plan that was cut short is carried out later, from the start: rows that are declared already stay
 * as they are.
 */
final class RegisterImports {

  static final ProblemType NOT_A_REGISTER = new ProblemType("group.not-a-register", 400);

  private final ImportLog log;
  private final WorkGroups groups;
  private final Orders orders;
  private final Access access;
  private final Reference reference;
  private final DistrictClock clock;
  private final Problems texts;

  RegisterImports(
      ImportLog log,
      WorkGroups groups,
      Orders orders,
      Access access,
      Reference reference,
      DistrictClock clock,
      Problems texts) {
    this.log = log;
    this.groups = groups;
    this.orders = orders;
    this.access = access;
    this.reference = reference;
    this.clock = clock;
    this.texts = texts;
  }

  /** Reads, decides, and unless it is a dry run declares what is clear. */
  Mono<ImportRecord> take(ImportRequest request, Sheet sheet, Caller caller) {
    access.townToWrite(caller, request.unit());
    RegisterReading.Read reading = read(sheet, request.answers());
    RegisterUnits units = new RegisterUnits(reference.data(), caller.unit());
    RegisterPlan plan = RegisterPlanner.plan(reading, units, request.unit());
    boolean applies =
        ImportReport.applies(request.mode(), plan.results())
            && (plan.questions().isEmpty() || !request.mode().atomic());
    ImportRecord record = record(request, caller, plan, applies);
    return log.insert(record, corrections(sheet, plan, request.locale()))
        .flatMap(isNew ->
            !isNew
                ? again(record)
                : applies ? carryOut(record, plan.results(), request) : Mono.just(record));
  }

  private RegisterReading.Read read(Sheet sheet, Answers answers) {
    return switch (RegisterReader.read(RegisterSheets.of(sheet), answers, clock.today())) {
      case RegisterReading.NotARegister(String code) ->
          throw Problem.of(NOT_A_REGISTER).at("", code).toException();
      case RegisterReading.Read reading -> reading;
    };
  }

  private ImportRecord record(
      ImportRequest request, Caller caller, RegisterPlan plan, boolean applies) {
    return new ImportRecord(
        request.id(),
        request.bodyHash(),
        applies ? ImportRecord.State.PLANNED : ImportRecord.State.CHECKED,
        clock.now(),
        caller.issuer(),
        caller.subject(),
        caller.roles(),
        caller.unit(),
        applies ? plan.rows() : List.of(),
        ImportReport.of(request.mode(), plan.results(), texts, request.locale()),
        plan.questions());
  }

  /** The answer of the first time, unless something else was sent under the same key. */
  private Mono<ImportRecord> again(ImportRecord now) {
    return log.find(now.id())
        .doOnNext(first -> {
          if (!first.bodyHash().equals(now.bodyHash())) {
            throw Problem.of(WebProblems.KEY_REUSED).toException();
          }
        });
  }

  private Mono<ImportRecord> carryOut(
      ImportRecord record, List<RowResult> results, ImportRequest request) {
    return declare(record)
        .map(byRow -> {
          List<RowResult> after =
              results.stream().map(row -> byRow.getOrDefault(row.row(), row)).toList();
          return record.applied(ImportReport.of(request.mode(), after, texts, request.locale()));
        })
        .flatMap(done -> log.replace(done).thenReturn(done));
  }

  /** Carries out a plan that was cut short; its report stays as it was decided. */
  Mono<Void> finish(ImportRecord record) {
    return declare(record).then(Mono.defer(() -> log.replace(record.applied(record.report()))));
  }

  private Mono<Map<Integer, RowResult>> declare(ImportRecord record) {
    Caller caller =
        new Caller(record.issuer(), record.subject(), record.roles(), record.unit(), null);
    List<Order> all = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    for (PlannedRow row : record.plan()) {
      GroupId id = GroupId.parse(row.groupId());
      all.add(orders.imported(caller, id, row.declaration(), origin(record, row, "declared")));
      rows.add(row.row());
      if (row.filing() != null) {
        all.add(orders.file(caller, id, row.filing(), origin(record, row, "filed")));
        rows.add(row.row());
      }
    }
    return groups.followAll(all).map(followed -> byRow(rows, followed));
  }

  private static Origin origin(ImportRecord record, PlannedRow row, String what) {
    return new Origin(
        "import/" + record.id() + "#" + row.row() + "/" + what,
        record.bodyHash(),
        "/imports/" + record.unit(),
        record.at());
  }

  private static Map<Integer, RowResult> byRow(List<Integer> rows, List<Followed> followed) {
    Map<Integer, RowResult> byRow = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.get(i);
      byRow.merge(row, result(row, followed.get(i)), RegisterImports::weightier);
    }
    return byRow;
  }

  private static RowResult result(int row, Followed followed) {
    return followed
        .problem()
        .map(why -> RowResult.declined(row, List.of(finding(why))))
        .orElseGet(() -> followed.changed() ? RowResult.accepted(row) : RowResult.unchanged(row));
  }

  private static RowFinding finding(Problem why) {
    return new RowFinding(null, "register.declined", Map.of("why", why.type().name()));
  }

  /** Of a row's declaration and filing, what is to be told. */
  private static RowResult weightier(RowResult declared, RowResult filed) {
    return switch (filed.outcome()) {
      case DECLINED, ACCEPTED -> filed;
      case UNCHANGED, ASKED -> declared;
    };
  }

  private byte[] corrections(Sheet sheet, RegisterPlan plan, Locale locale) {
    String heading = locale.getLanguage().equals("en") ? "To correct" : "需要更正";
    return CorrectionFile.write(
        sheet,
        plan.results(),
        plan.headingRow(),
        heading,
        finding -> texts.message(finding.code(), finding.values(), locale));
  }
}
