package cn.jianfu.report.console;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.group.Degraded;
import cn.jianfu.report.group.ImportTold;
import cn.jianfu.report.group.RegisterImports;
import cn.jianfu.report.group.RegisterImports.Caller;
import cn.jianfu.report.group.RegisterImports.Wish;
import cn.jianfu.report.reference.Reference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Registers on their way to group-service; nothing of them is kept here. */
@Component
final class GatewayImports implements ImportSource {

  private static final Logger LOG = LoggerFactory.getLogger(GatewayImports.class);

  private final RegisterImports imports;
  private final Reference reference;
  private final DistrictClock clock;

  GatewayImports(RegisterImports imports, Reference reference, DistrictClock clock) {
    this.imports = imports;
    this.reference = reference;
    this.clock = clock;
  }

  @Override
  public Mono<ImportTold> send(RegisterVisit visit, byte[] file, Wish wish, String key) {
    return told(visit, caller -> imports.send(file, wish, key, caller));
  }

  @Override
  public Mono<PastImports> latest(RegisterVisit visit) {
    var token = visit.token();
    return token == null
        ? Mono.just(PastImports.unknown())
        : imports
            .latest(new Caller(token, visit.language()))
            .map(told -> PastImports.of(told, new Names(reference.current(), clock.today())))
            .onErrorResume(failure -> {
              LOG.info("Past imports are not told: {}", failure.toString());
              return Mono.just(PastImports.unknown());
            });
  }

  @Override
  public Mono<ImportTold> read(RegisterVisit visit, String id) {
    return told(visit, caller -> imports.read(id, caller));
  }

  @Override
  public Mono<ImportTold> undo(RegisterVisit visit, String id, boolean dryRun, boolean atomic) {
    return told(visit, caller -> imports.undo(id, dryRun, atomic, caller));
  }

  @Override
  public Mono<byte[]> template(RegisterVisit visit) {
    return file(visit, imports::template);
  }

  @Override
  public Mono<byte[]> corrections(RegisterVisit visit, String id) {
    return file(visit, caller -> imports.corrections(id, caller));
  }

  private static Mono<ImportTold> told(
      RegisterVisit visit, Function<Caller, Mono<ImportTold>> asked) {
    var token = visit.token();
    return token == null
        ? Mono.just(new ImportTold.Nothing(Degraded.NOT_ASKED))
        : asked.apply(new Caller(token, visit.language()));
  }

  private static Mono<byte[]> file(RegisterVisit visit, Function<Caller, Mono<byte[]>> asked) {
    var token = visit.token();
    return token == null
        ? Mono.error(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE))
        : asked
            .apply(new Caller(token, visit.language()))
            .onErrorMap(failure -> new ResponseStatusException(status(failure)));
  }

  /** What is gone or not to be seen stays so; all else may pass. */
  private static HttpStatusCode status(Throwable failure) {
    return failure instanceof WebClientResponseException answer
            && answer.getStatusCode().is4xxClientError()
            && answer.getStatusCode().value() != HttpStatus.UNAUTHORIZED.value()
        ? answer.getStatusCode()
        : HttpStatus.SERVICE_UNAVAILABLE;
  }
}
