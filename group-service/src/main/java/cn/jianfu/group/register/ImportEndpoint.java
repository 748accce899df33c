package cn.jianfu.group.register;

import cn.jianfu.contracts.supervision.OrgUnitV1;
import cn.jianfu.group.access.Access;
import cn.jianfu.group.access.UniqueKeys;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.register.domain.Answers;
import cn.jianfu.group.register.domain.Answers.BlankUnits;
import cn.jianfu.group.register.domain.RegisterTemplate;
import cn.jianfu.web.imports.ImportMode;
import cn.jianfu.web.imports.Sheet;
import cn.jianfu.web.imports.TemplateColumn;
import cn.jianfu.web.imports.TemplateFile;
import cn.jianfu.web.imports.Uploads;
import cn.jianfu.web.paging.PageOf;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemType;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Registers of towns that have a spreadsheet. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportEndpoint {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String CSV = "text/csv";
  static final ProblemType SHEET_DELETED = new ProblemType("group.import-sheet-deleted", 410);

  private final RegisterImports imports;
  private final ImportLog log;
  private final Uploads uploads;
  private final Access access;
  private final Reference reference;
  private final UniqueKeys keys;
  private final ImportsOfCallers found;

  ImportEndpoint(
      RegisterImports imports,
      ImportLog log,
      Uploads uploads,
      Access access,
      Reference reference,
      UniqueKeys keys,
      ImportsOfCallers found) {
    this.imports = imports;
    this.log = log;
    this.uploads = uploads;
    this.access = access;
    this.reference = reference;
    this.keys = keys;
    this.found = found;
  }

  /** How a register is to be read; the same for a bare file and for a form. */
  record Asked(
      @Nullable Boolean dryRun,
      @Nullable Boolean atomic,
      @Nullable String unit,
      @Nullable String sheet,
      @Nullable List<String> column,
      @Nullable List<String> cell,
      @Nullable List<Integer> skipRow,
      @Nullable List<String> group,
      @Nullable BlankUnits blankUnits) {

    Answers answers() {
      return ImportAnswers.of(
          column == null ? List.of() : column,
          cell == null ? List.of() : cell,
          skipRow == null ? List.of() : skipRow,
          group == null ? List.of() : group,
          blankUnits == null ? BlankUnits.ASK : blankUnits);
    }

    ImportMode mode() {
      return new ImportMode(Boolean.TRUE.equals(dryRun), Boolean.TRUE.equals(atomic));
    }
  }

  @PostMapping(consumes = {XLSX, CSV, MediaType.APPLICATION_OCTET_STREAM_VALUE})
  Mono<ImportView> takeFile(
      ServerHttpRequest request,
      Asked asked,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      Locale locale,
      Caller caller) {
    mayImport(asked, caller);
    return uploads
        .read(request, asked.sheet())
        .flatMap(sheet -> take(sheet, asked, key, locale, caller));
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Mono<ImportView> takeForm(
      @RequestPart("file") FilePart file,
      Asked asked,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      Locale locale,
      Caller caller) {
    mayImport(asked, caller);
    return uploads
        .read(file, asked.sheet())
        .flatMap(sheet -> take(sheet, asked, key, locale, caller));
  }

  /** Who may not import hears so before anything is said about the file. */
  private void mayImport(Asked asked, Caller caller) {
    access.townToWrite(caller, unit(asked, caller));
  }

  private static String unit(Asked asked, Caller caller) {
    return asked.unit() == null ? caller.unit() : asked.unit();
  }

  private Mono<ImportView> take(
      Sheet sheet, Asked asked, @Nullable String key, Locale locale, Caller caller) {
    String id =
        key == null
            ? keys.next()
            : UUID.nameUUIDFromBytes(
                    (caller.issuer() + "\n" + caller.subject() + "\n" + key)
                        .getBytes(StandardCharsets.UTF_8))
                .toString();
    String unit = unit(asked, caller);
    String hash = SheetHash.of(sheet, asked.toString());
    var request = new ImportRequest(id, hash, unit, asked.mode(), asked.answers(), locale);
    return imports.take(request, sheet, caller).map(ImportView::of);
  }

  /** The latest that were carried out, or are; without a unit, the caller's and those below it. */
  @GetMapping
  Mono<PageOf<ImportLine>> latest(
      @RequestParam(required = false) @Nullable String unit, Caller caller) {
    return found
        .latest(unit == null ? caller.unit() : unit, caller)
        .map(ImportLine::of)
        .collectList()
        .map(items -> new PageOf<>(items, null));
  }

  @GetMapping("/{id}")
  Mono<ImportView> find(@PathVariable String id, Caller caller) {
    return found.toRead(id, caller).map(ImportView::of);
  }

  /** The file again, with what needs correction marked. */
  @GetMapping("/{id}/errors.xlsx")
  Mono<ResponseEntity<byte[]>> corrections(@PathVariable String id, Caller caller) {
    return found
        .toRead(id, caller)
        .flatMap(record ->
            log.corrections(record)
                .map(bytes -> file("corrections.xlsx", bytes))
                .switchIfEmpty(Mono.error(() -> deleted(record.forgotten()).toException())));
  }

  /** It went by time, or, of which nothing more is to be said, with somebody who was erased. */
  private static Problem deleted(@Nullable ForgottenPeople forgotten) {
    return forgotten == null || forgotten.allOn() == null || forgotten.afterDays() == null
        ? Problem.of(WebProblems.NOT_FOUND)
        : Problem.of(SHEET_DELETED)
            .with("on", forgotten.allOn().toString())
            .with("days", forgotten.afterDays());
  }

  /** A register to fill in, with one example in the caller's own unit. */
  @GetMapping("/template.xlsx")
  ResponseEntity<byte[]> template(Locale locale, Caller caller) {
    boolean english = locale.getLanguage().equals("en");
    List<RegisterTemplate.Column> columns =
        RegisterTemplate.columns(
            reference.data().unit(caller.unit()).map(OrgUnitV1::name).orElse(caller.unit()));
    byte[] bytes =
        TemplateFile.write(
            english ? "Register" : "工作群台账",
            columns.stream()
                .map(it ->
                    new TemplateColumn(
                        english ? it.headingEn() : it.heading(),
                        "",
                        it.required(),
                        18,
                        it.allowed()))
                .toList(),
            List.of(columns.stream().map(RegisterTemplate.Column::example).toList()));
    return file("register.xlsx", bytes);
  }

  private static ResponseEntity<byte[]> file(String name, byte[] bytes) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(bytes);
  }
}
