package cn.jianfu.group.register;

import cn.jianfu.web.imports.ImportMode;
import cn.jianfu.web.security.Caller;
import java.util.Locale;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes back a register that was the wrong file. */
@RestController
@RequestMapping("/api/v1/imports/{id}/undo")
class UndoEndpoint {

  private final ImportUndos undos;
  private final ImportsOfCallers found;

  UndoEndpoint(ImportUndos undos, ImportsOfCallers found) {
    this.undos = undos;
    this.found = found;
  }

  /** All rows or none, unless it is said that those may be undone that can be. */
  @PostMapping
  Mono<ImportView> undo(
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestParam(defaultValue = "true") boolean atomic,
      Locale locale,
      Caller caller) {
    return found
        .toChange(id, caller)
        .flatMap(record -> undos.undo(record, new ImportMode(dryRun, atomic), locale, caller));
  }
}
