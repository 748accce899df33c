package cn.jianfu.web.problem;

import cn.jianfu.web.trace.TraceId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request with a problem. */
public final class ProblemWriter {

  private static final Logger log = LoggerFactory.getLogger(ProblemWriter.class);

  private final Problems problems;
  private final List<ProblemMapper> mappers;
  private final JsonMapper json;
  private final DeclineMeters meters;

  ProblemWriter(
      Problems problems, List<ProblemMapper> mappers, JsonMapper json, DeclineMeters meters) {
    this.problems = problems;
    this.mappers = List.copyOf(mappers);
    this.json = json;
    this.meters = meters;
  }

  /** Never fails for an exception that nobody knows: that is a fault, with a trace id. */
  public Problem problemOf(Throwable failure) {
    for (var mapper : mappers) {
      var problem = mapper.map(failure);
      if (problem != null) {
        return problem;
      }
    }
    return Problem.of(WebProblems.INTERNAL);
  }

  public Mono<Void> write(ServerWebExchange exchange, Throwable failure) {
    var problem = problemOf(failure);
    if (failure instanceof ErrorResponse known) {
      exchange.getResponse().getHeaders().putAll(known.getHeaders());
    }
    if (problem.type().status() < 500) {
      return write(exchange, problem, null);
    }
    var traceId = TraceId.of(exchange);
    logFault(exchange, problem, failure, traceId);
    return write(exchange, problem, traceId);
  }

  public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
    return write(exchange, problem, null);
  }

  private Mono<Void> write(ServerWebExchange exchange, Problem problem, @Nullable String traceId) {
    meters.request(problem.type());
    var response = exchange.getResponse();
    var headers = response.getHeaders();
    var locale = Problems.languageOf(exchange.getLocaleContext().getLocale());
    response.setStatusCode(HttpStatusCode.valueOf(problem.type().status()));
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    headers.setContentLanguage(Locale.of(locale.getLanguage()));
    headers.setCacheControl("no-store");
    if (problem.retryAfter() != null) {
      var seconds = Math.max(1, problem.retryAfter().plusMillis(999).toSeconds());
      headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
    var words = problems.inWords(problem, locale);
    var body = json.writeValueAsBytes(traceId == null ? words : words.withTraceId(traceId));
    headers.setContentLength(body.length);
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
  }

  private static void logFault(
      ServerWebExchange exchange, Problem problem, Throwable failure, String traceId) {
    var request = exchange.getRequest();
    var method = request.getMethod();
    var path = request.getPath().value();
    try (var _ = MDC.putCloseable(TraceId.IN_LOG, traceId)) {
      if (problem.type().equals(WebProblems.INTERNAL)) {
        log.error("{} {} failed, trace {}", method, path, traceId, failure);
      } else {
        log.warn("{} {} unavailable, trace {}: {}", method, path, traceId, failure.toString());
      }
    }
  }
}
