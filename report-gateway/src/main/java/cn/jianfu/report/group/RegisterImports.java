package cn.jianfu.report.group;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.jianfu.messaging.EventJson;
import cn.jianfu.web.headers.IdempotencyKey;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Passes registers on to group-service, which reads, keeps and takes them back. */
public final class RegisterImports {

  private static final Logger LOG = LoggerFactory.getLogger(RegisterImports.class);

  /** 20,000 rows are read, compared with what is known and written. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final WebClient client;
  private final String address;
  private final Guard guard;

  RegisterImports(WebClient client, GroupServiceProperties properties) {
    this.client = client;
    this.address = properties.url() + "/api/v1/imports";
    this.guard = new Guard("register-imports", properties, PATIENCE);
  }

  /**
   * In whose name, and in which language.
   *
   * @param token of the caller: the owning service decides by itself who may import
   */
  public record Caller(String token, Locale language) {}

  /**
   * How a file is to be taken.
   *
   * @param dryRun whether it is only to be checked
   * @param atomic whether all of it is to be taken or nothing
   * @param columns answers such as {@code H=MATTER} or {@code H=IGNORE}
   * @param groups answers such as {@code 12=<groupId>} or {@code 12=NEW}
   */
  public record Wish(boolean dryRun, boolean atomic, List<String> columns, List<String> groups) {

    public Wish {
      columns = List.copyOf(columns);
      groups = List.copyOf(groups);
    }

    private String query() {
      return Stream.of(
              Stream.of("dryRun=" + dryRun, "atomic=" + atomic),
              columns.stream().map(it -> "column=" + URLEncoder.encode(it, UTF_8)),
              groups.stream().map(it -> "group=" + URLEncoder.encode(it, UTF_8)))
          .flatMap(it -> it)
          .collect(Collectors.joining("&", "?", ""));
    }
  }

  /**
   * Sends a file, XLSX or CSV.
   *
   * @param key the same for every repeat, of which only one counts
   */
  public Mono<ImportTold> send(byte[] file, Wish wish, String key, Caller caller) {
    return client
        .post()
        .uri(URI.create(address + wish.query()))
        .headers(InTheUsersName.headers(caller.token(), caller.language()))
        .header(IdempotencyKey.HEADER, key)
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .bodyValue(file)
        .retrieve()
        .bodyToMono(byte[].class)
        .transform(guard::write)
        .transform(RegisterImports::told);
  }

  /** The latest of the caller's unit and those below it, the latest first; fails without answer. */
  public Mono<List<PastImport>> latest(Caller caller) {
    return client
        .get()
        .uri(URI.create(address))
        .headers(InTheUsersName.headers(caller.token(), caller.language()))
        .retrieve()
        .bodyToMono(byte[].class)
        .transform(guard::read)
        .map(body -> EventJson.read(body, Latest.class).items());
  }

  private record Latest(List<PastImport> items) {}

  public Mono<ImportTold> read(String id, Caller caller) {
    return client
        .get()
        .uri(of(id, ""))
        .headers(InTheUsersName.headers(caller.token(), caller.language()))
        .retrieve()
        .bodyToMono(byte[].class)
        .transform(guard::read)
        .transform(RegisterImports::told);
  }

  /**
   * Takes an import back.
   *
   * @param dryRun whether it is only to be said what would happen
   * @param atomic whether nothing is to be taken back when not all can be
   */
  public Mono<ImportTold> undo(String id, boolean dryRun, boolean atomic, Caller caller) {
    return client
        .post()
        .uri(of(id, "/undo?dryRun=" + dryRun + "&atomic=" + atomic))
        .headers(InTheUsersName.headers(caller.token(), caller.language()))
        .retrieve()
        .bodyToMono(byte[].class)
        .transform(guard::write)
        .transform(RegisterImports::told);
  }

  /**
   * A file that goes with imports: the template, or the register with what is to be corrected.
   * Fails with what group-service answers.
   */
  public Mono<byte[]> template(Caller caller) {
    return file(URI.create(address + "/template.xlsx"), caller);
  }

  /** The register again, with what is to be corrected marked. */
  public Mono<byte[]> corrections(String id, Caller caller) {
    return file(of(id, "/errors.xlsx"), caller);
  }

  private Mono<byte[]> file(URI from, Caller caller) {
    return client
        .get()
        .uri(from)
        .headers(InTheUsersName.headers(caller.token(), caller.language()))
        .headers(headers -> headers.setAccept(List.of(MediaType.ALL)))
        .retrieve()
        .bodyToMono(byte[].class)
        .transform(guard::read);
  }

  private URI of(String id, String rest) {
    return URI.create(address + "/" + URLEncoder.encode(id, UTF_8) + rest);
  }

  private static Mono<ImportTold> told(Mono<byte[]> answer) {
    return answer
        .<ImportTold>map(body -> new ImportTold.Known(EventJson.read(body, RegisterImport.class)))
        .onErrorResume(failure -> Mono.just(otherwise(failure)));
  }

  private static ImportTold otherwise(Throwable failure) {
    LOG.info("An import is not told: {}", failure.toString());
    return Refusals.of(failure)
        .<ImportTold>map(it -> new ImportTold.Declined(it.status(), it.because()))
        .orElseGet(() -> new ImportTold.Nothing(Guard.why(failure)));
  }
}
