package cn.jianfu.group.register;

import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.register.domain.Answers;
import cn.jianfu.group.register.domain.RegisterReader;
import cn.jianfu.group.register.domain.RegisterReading;
import cn.jianfu.group.workgroup.Followed;
import cn.jianfu.group.workgroup.Orders;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.web.imports.CorrectionFile;
import cn.jianfu.web.imports.ImportReport;
import cn.jianfu.web.imports.RowResult;
import cn.jianfu.web.imports.Sheet;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemType;
import cn.jianfu.web.problem.Problems;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import java.util.List;
import java.util.Locale;
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
  private final Reference reference;
  private final DistrictClock clock;
  private final Problems texts;
  private final ImportedRegisters told;
  private final RegisterArrivals arrivals;
  private final KnownGroups known;

  RegisterImports(
      ImportLog log,
      WorkGroups groups,
      Orders orders,
      Reference reference,
      DistrictClock clock,
      Problems texts,
      ImportedRegisters told,
      RegisterArrivals arrivals) {
    this.log = log;
    this.groups = groups;
    this.orders = orders;
    this.reference = reference;
    this.clock = clock;
    this.texts = texts;
    this.told = told;
    this.arrivals = arrivals;
    this.known = new KnownGroups(groups);
  }

  /** Reads, decides, and unless it is a dry run declares what is clear. */
  Mono<ImportRecord> take(ImportRequest request, Sheet sheet, Caller caller) {
    RegisterReading.Read reading = read(sheet, request.answers());
    RegisterUnits units = new RegisterUnits(reference.data(), caller.unit());
    return known
        .planned(RegisterPlanner.plan(reading, units, request.unit()), request.answers())
        .flatMap(plan -> rehearsed(plan, request, caller))
        .flatMap(plan ->
            keep(plan, request, sheet, caller, ColumnNote.of(reading, texts, request.locale())));
  }

  /** The plan with what the groups themselves say to it, so that a dry run tells the truth. */
  private Mono<RegisterPlan> rehearsed(RegisterPlan plan, ImportRequest request, Caller caller) {
    Declarations declarations = Declarations.of(plan.rows(), orders, caller, request, clock.now());
    return groups
        .rehearse(declarations.orders())
        .map(followed ->
            plan.with(declarations.results(plan.results(), followed)).withoutDeclined());
  }

  private Mono<ImportRecord> keep(
      RegisterPlan plan,
      ImportRequest request,
      Sheet sheet,
      Caller caller,
      List<ColumnNote> notes) {
    boolean applies =
        ImportReport.applies(request.mode(), plan.results())
            && (plan.questions().isEmpty() || !request.mode().atomic());
    return (applies ? withFormers(plan) : Mono.just(plan))
        .map(kept -> record(request, caller, kept, applies, notes))
        .flatMap(record ->
            log.insert(record, corrections(sheet, plan, request.locale()))
                .flatMap(isNew -> !isNew ? again(record) : begun(record)));
  }

  private Mono<ImportRecord> begun(ImportRecord record) {
    if (record.state() == ImportRecord.State.CHECKED && !record.mode().dryRun()) {
      arrivals.count(record, record.results(), false);
    }
    return carryOut(record);
  }

  /** What there was before is kept with the plan, so that the import can be undone. */
  private Mono<RegisterPlan> withFormers(RegisterPlan plan) {
    return groups
        .findAll(plan.rows().stream().map(PlannedRow::groupId).toList())
        .collectMap(Stored::id)
        .map(plan::after);
  }

  private RegisterReading.Read read(Sheet sheet, Answers answers) {
    return switch (RegisterReader.read(RegisterSheets.of(sheet), answers, clock.today())) {
      case RegisterReading.NotARegister(String code) ->
          throw Problem.of(NOT_A_REGISTER).at("", code).toException();
      case RegisterReading.Read reading -> reading;
    };
  }

  private ImportRecord record(
      ImportRequest request,
      Caller caller,
      RegisterPlan plan,
      boolean applies,
      List<ColumnNote> notes) {
    return new ImportRecord(
        request.id(),
        request.bodyHash(),
        applies ? ImportRecord.State.PLANNED : ImportRecord.State.CHECKED,
        clock.now(),
        caller.issuer(),
        caller.subject(),
        caller.roles(),
        caller.unit(),
        plan.rows(),
        plan.results(),
        request.locale().toLanguageTag(),
        ImportReport.of(request.mode(), plan.results(), texts, request.locale()),
        plan.questions(),
        null,
        request.answers().count(),
        null,
        notes,
        null);
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

  /** Carries out a stored plan, now or after it was cut short; rows that are declared stay so. */
  Mono<ImportRecord> carryOut(ImportRecord record) {
    if (record.state() != ImportRecord.State.PLANNED) {
      return Mono.just(record);
    }
    Declarations declarations = Declarations.of(record, orders, record.caller());
    return groups
        .followAll(declarations.orders())
        .flatMap(followed ->
            // What could not be decided now is not declined: the plan is carried out again later.
            followed.stream().anyMatch(Followed::undecided)
                ? Mono.just(record)
                : applied(record, declarations, followed));
  }

  private Mono<ImportRecord> applied(
      ImportRecord record, Declarations declarations, List<Followed> followed) {
    List<RowResult> after = declarations.results(record.results(), followed);
    ImportReport report =
        ImportReport.of(record.mode(), after, texts, record.locale()).carriedOut();
    return told.tell(record)
        .flatMap(isTold ->
            isTold
                ? advanced(record.applied(report, after, declarations.effects(followed)), after)
                : Mono.just(record));
  }

  /** Whoever carries it out to the end counts it; another one that did the same is too late. */
  @SuppressWarnings("ReferenceEquality")
  private Mono<ImportRecord> advanced(ImportRecord next, List<RowResult> after) {
    return log.advance(ImportRecord.State.PLANNED, next)
        .doOnNext(now -> {
          if (now == next) {
            arrivals.count(next, after, true);
          }
        });
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
