package cn.jianfu.group.register;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.register.domain.RegisterTemplate;
import cn.jianfu.web.imports.CorrectionFile;
import cn.jianfu.web.imports.FileLimits;
import cn.jianfu.web.imports.FileProblems;
import cn.jianfu.web.imports.ImportMode;
import cn.jianfu.web.imports.TemplateColumn;
import cn.jianfu.web.imports.TemplateFile;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.Problems;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Registers as files: template out, register in, report and rows to correct out. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportEndpoint {

  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  private static final int WIDTH = 18;

  private final Imports imports;
  private final ImportStore store;
  private final Access access;
  private final Problems texts;
  private final int maxBytes;

  ImportEndpoint(
      Imports imports, ImportStore store, Access access, Problems texts, FileLimits limits) {
    this.imports = imports;
    this.store = store;
    this.access = access;
    this.texts = texts;
    this.maxBytes = (int) limits.size().toBytes();
  }

  /** The file is the body. */
  @PostMapping(
      consumes = {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "text/csv",
        MediaType.APPLICATION_OCTET_STREAM_VALUE
      })
  Mono<ResponseEntity<ImportView>> take(
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable String sheet,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestParam(defaultValue = "false") boolean atomic,
      ServerWebExchange exchange,
      Caller caller) {
    return take(
        exchange.getRequest().getBody(),
        new Asked(unit, sheet, SaidAnswers.NONE, new ImportMode(dryRun, atomic)),
        exchange,
        caller);
  }

  /** The file is a part of a form, with answers to earlier questions beside it. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Mono<ResponseEntity<ImportView>> take(
      @RequestPart FilePart file,
      @RequestPart(required = false) @Nullable SaidAnswers answers,
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable String sheet,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestParam(defaultValue = "false") boolean atomic,
      ServerWebExchange exchange,
      Caller caller) {
    SaidAnswers said = answers == null ? SaidAnswers.NONE : answers;
    return take(
        file.content(),
        new Asked(unit, sheet, said, new ImportMode(dryRun, atomic)),
        exchange,
        caller);
  }

  @GetMapping("/{id}")
  Mono<ImportView> read(@PathVariable String id, ServerWebExchange exchange, Caller caller) {
    return find(id, caller).map(it -> ImportView.of(it, texts, locale(exchange)));
  }

  @GetMapping("/{id}/errors.xlsx")
  Mono<ResponseEntity<byte[]>> errors(
      @PathVariable String id, ServerWebExchange exchange, Caller caller) {
    Locale locale = locale(exchange);
    return find(id, caller)
        .flatMap(
            it ->
                imports
                    .sheetOf(id)
                    .map(
                        sheet ->
                            CorrectionFile.write(
                                sheet,
                                ImportView.results(it),
                                it.headerRow(),
                                texts.message("register.correction", Map.of(), locale),
                                finding ->
                                    texts.message(finding.code(), finding.values(), locale))))
        .map(bytes -> file(bytes, "errors.xlsx"))
        .switchIfEmpty(Mono.error(() -> Problem.of(WebProblems.NOT_FOUND).toException()));
  }

  @GetMapping("/template.xlsx")
  ResponseEntity<byte[]> template() {
    var columns = RegisterTemplate.columns();
    byte[] bytes =
        TemplateFile.write(
            "台账",
            columns.stream()
                .map(
                    it ->
                        new TemplateColumn(
                            it.heading(), it.headingEn(), it.required(), WIDTH, it.allowed()))
                .toList(),
            List.of(columns.stream().map(RegisterTemplate.Column::example).toList()));
    return file(bytes, "template.xlsx");
  }

  private Mono<ResponseEntity<ImportView>> take(
      Flux<DataBuffer> content, Asked asked, ServerWebExchange exchange, Caller caller) {
    String unit = asked.unit() == null ? caller.unit() : asked.unit();
    access.townToWrite(caller, unit);
    return DataBufferUtils.join(content, maxBytes)
        .map(ImportEndpoint::bytes)
        .defaultIfEmpty(new byte[0])
        .onErrorMap(
            DataBufferLimitException.class,
            tooLarge -> Problem.of(FileProblems.TOO_LARGE).toException())
        .flatMap(
            bytes ->
                imports.take(
                    new Imports.Upload(bytes, unit, asked.sheet(), asked.answers()),
                    access.actor(caller),
                    asked.mode()))
        .map(
            it ->
                ResponseEntity.created(URI.create("/api/v1/imports/" + it.id()))
                    .body(ImportView.of(it, texts, locale(exchange))));
  }

  private Mono<ImportDocument> find(String id, Caller caller) {
    return store
        .find(id)
        .doOnNext(it -> access.mustRead(caller, it.unit()))
        .switchIfEmpty(Mono.error(() -> Problem.of(WebProblems.NOT_FOUND).toException()));
  }

  private static ResponseEntity<byte[]> file(byte[] bytes, String name) {
    return ResponseEntity.ok()
        .contentType(XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(bytes);
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static Locale locale(ServerWebExchange exchange) {
    Locale asked = exchange.getLocaleContext().getLocale();
    return asked == null ? Locale.CHINESE : asked;
  }

  /** How a file is to be taken. */
  private record Asked(
      @Nullable String unit, @Nullable String sheet, SaidAnswers answers, ImportMode mode) {}
}
