package cn.jianfu.group.register;

import cn.jianfu.group.access.Origin;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.reference.ReferenceData;
import cn.jianfu.group.register.PlannedRow.Said;
import cn.jianfu.group.register.domain.ColumnUse;
import cn.jianfu.group.register.domain.RegisterReader;
import cn.jianfu.group.register.domain.RegisterReading;
import cn.jianfu.group.workgroup.Followed;
import cn.jianfu.group.workgroup.Order;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.group.workgroup.domain.Circumstances;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.web.imports.FileLimits;
import cn.jianfu.web.imports.ImportMode;
import cn.jianfu.web.imports.Sheet;
import cn.jianfu.web.imports.SheetReader;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemType;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reads registers, plans what is to become of every row, and carries plans out. */
final class Imports {

  static final ProblemType NOT_A_REGISTER = new ProblemType("group.not-a-register", 422);

  private static final int ROWS_AT_ONCE = 500;

  private final ImportStore store;
  private final WorkGroups groups;
  private final Reference reference;
  private final DistrictClock clock;
  private final SheetReader sheets;

  Imports(
      ImportStore store,
      WorkGroups groups,
      Reference reference,
      DistrictClock clock,
      FileLimits limits) {
    this.store = store;
    this.groups = groups;
    this.reference = reference;
    this.clock = clock;
    this.sheets = new SheetReader(limits);
  }

  /** Reads the file, plans and, unless it is a dry run, applies. */
  Mono<ImportDocument> take(Upload upload, Actor actor, ImportMode mode) {
    // Unpacking and reading a file is long plain work, not for the event loop.
    return Mono.fromCallable(() -> read(upload))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(reading -> plan(upload, reading, actor, mode))
        .flatMap(
            document ->
                store.add(document, upload.file()).then(Mono.defer(() -> apply(document))));
  }

  /** Brings a plan to its end; what was done before is done again without effect. */
  Mono<ImportDocument> apply(ImportDocument document) {
    if (!document.isOpen()) {
      return Mono.just(document);
    }
    return Flux.fromIterable(document.rows())
        .buffer(ROWS_AT_ONCE)
        .concatMap(rows -> applied(document, rows))
        .flatMapIterable(rows -> rows)
        .collectList()
        .flatMap(
            rows ->
                store
                    .done(document.id(), rows)
                    .thenReturn(document.in(ImportDocument.DONE, rows)));
  }

  Mono<Sheet> sheetOf(String id) {
    return store
        .file(id)
        .publishOn(Schedulers.boundedElastic())
        .map(file -> sheets.read(file, null));
  }

  private RegisterReading.Read read(Upload upload) {
    Sheet sheet = sheets.read(upload.file(), upload.sheet());
    return switch (RegisterReader.read(
        UploadedSheet.of(sheet), upload.answers().answers(), clock.today())) {
      case RegisterReading.NotARegister(var code) ->
          throw Problem.of(NOT_A_REGISTER).at("", code).toException();
      case RegisterReading.Read read -> read;
    };
  }

  private Mono<ImportDocument> plan(
      Upload upload, RegisterReading.Read reading, Actor actor, ImportMode mode) {
    ReferenceData district = reference.data();
    Circumstances now = new Circumstances(clock.today(), actor, null);
    return groups
        .query(
            Filters.in("state.unit", district.subtree(upload.unit())), Filters.empty(), 0)
        .map(Stored::state)
        .collectList()
        .map(existing -> new RegisterPlan(district, upload.unit(), existing, now).rows(reading))
        .map(rows -> document(upload.unit(), reading, rows, actor, mode));
  }

  private ImportDocument document(
      String unit,
      RegisterReading.Read reading,
      List<PlannedRow> rows,
      Actor actor,
      ImportMode mode) {
    boolean clear =
        reading.columnQuestions().isEmpty()
            && rows.stream().noneMatch(row -> row.outcome().matches("ASKED|DECLINED"));
    String state = ImportDocument.APPLYING;
    if (mode.dryRun()) {
      state = ImportDocument.DRY_RUN;
    } else if (mode.atomic() && !clear) {
      state = ImportDocument.REJECTED;
    }
    return new ImportDocument(
        new ObjectId().toHexString(),
        unit,
        new ImportDocument.By(actor.issuer(), actor.subject(), actor.role(), actor.unit()),
        clock.now(),
        clock.today(),
        mode.dryRun(),
        mode.atomic(),
        state,
        reading.columns().stream().map(Imports::column).toList(),
        reading.columnQuestions().stream()
            .map(it -> new Said(null, it.code(), it.column() + " " + it.seen(), it.choices()))
            .toList(),
        reading.headerRow(),
        reading.skipped().size(),
        rows);
  }

  private static ImportDocument.ReadColumn column(RegisterReading.Column it) {
    String field = it.use() instanceof ColumnUse.As(var as) ? as.name() : null;
    return new ImportDocument.ReadColumn(
        it.letter(), it.heading(), field, it.use() instanceof ColumnUse.Asked);
  }

  private Mono<List<PlannedRow>> applied(ImportDocument document, List<PlannedRow> rows) {
    List<Order> orders = new ArrayList<>();
    for (PlannedRow row : rows) {
      if (row.outcome().equals("ACCEPTED")) {
        orders.addAll(orders(document, row));
      }
    }
    return groups.followAll(orders).map(followed -> outcomes(rows, orders, followed));
  }

  private static List<Order> orders(ImportDocument document, PlannedRow row) {
    ImportDocument.By by = document.by();
    Actor actor = new Actor(by.issuer(), by.subject(), by.role(), by.unit());
    GroupId id = GroupId.parse(Objects.requireNonNull(row.groupId()));
    List<Order> orders = new ArrayList<>();
    for (WorkGroupCommand command : RowCommands.of(row, document.on())) {
      String key = "import/" + document.id() + "/" + row.row() + "/" + orders.size();
      Origin origin = new Origin(key, "", Origin.OWN + "#import", null);
      orders.add(new Order(id, command, actor, origin));
    }
    return orders;
  }

  /** A conflict with another writer since the plan was made shows at its row. */
  private static List<PlannedRow> outcomes(
      List<PlannedRow> rows, List<Order> orders, List<Followed> followed) {
    List<PlannedRow> outcomes = new ArrayList<>(rows);
    for (int i = 0; i < orders.size(); i++) {
      Problem problem = followed.get(i).problem().orElse(null);
      if (problem != null) {
        String id = orders.get(i).id().text();
        outcomes.replaceAll(row -> id.equals(row.groupId()) ? conflicting(row, problem) : row);
      }
    }
    return outcomes;
  }

  private static PlannedRow conflicting(PlannedRow row, Problem problem) {
    String code = problem.type().name().toLowerCase(Locale.ROOT).replaceFirst("^[a-z]+\\.", "");
    return row.with("DECLINED", List.of(new Said(null, code, row.name(), List.of())));
  }

  /**
   * A file that was sent.
   *
   * @param unit for which it is sent
   * @param sheet null for the first visible one
   */
  record Upload(byte[] file, String unit, @Nullable String sheet, SaidAnswers answers) {}
}
