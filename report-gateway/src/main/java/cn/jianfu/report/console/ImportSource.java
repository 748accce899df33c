package cn.jianfu.report.console;

import cn.jianfu.report.group.ImportTold;
import cn.jianfu.report.group.RegisterImports.Wish;
import reactor.core.publisher.Mono;

/** Registers that are imported in a visitor's name. */
interface ImportSource {

  /**
   * Sends a file, to be checked or to be imported.
   *
   * @param key the same for every repeat, of which only one counts
   */
  Mono<ImportTold> send(RegisterVisit visit, byte[] file, Wish wish, String key);

  /** The latest that the visitor may look at, the latest first. */
  Mono<PastImports> latest(RegisterVisit visit);

  Mono<ImportTold> read(RegisterVisit visit, String id);

  /**
   * Takes an import back.
   *
   * @param dryRun whether it is only to be said what would happen
   */
  Mono<ImportTold> undo(RegisterVisit visit, String id, boolean dryRun, boolean atomic);

  /** An empty register to fill in; fails when it cannot be had. */
  Mono<byte[]> template(RegisterVisit visit);

  /** The register with what is to be corrected marked; fails when it cannot be had. */
  Mono<byte[]> corrections(RegisterVisit visit, String id);
}
