package cn.jianfu.report.console;

import cn.jianfu.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import reactor.core.publisher.Mono;

/** Tells a browser in words what went wrong; the API has its own way. */
@Component
@Order(-10) // before the handler that answers with problem+json
class ConsoleErrors implements WebExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ConsoleErrors.class);

  private static final List<String> NOT_OURS =
      List.of("/api/", "/actuator", "/v3/", "/swagger-ui", "/webjars/");

  private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 409, 413, 503);

  private final ITemplateEngine templates;
  private final ShellAdvice shells;

  ConsoleErrors(ITemplateEngine templates, ShellAdvice shells) {
    this.templates = templates;
    this.shells = shells;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    if (!ours(exchange) || exchange.getResponse().isCommitted()) {
      return Mono.error(failure);
    }
    if (failure instanceof WebClientRequestException && isLogin(exchange)) {
      return SignIn.redirect(exchange, SignIn.Why.AWAY.address());
    }
    var status = status(failure);
    if (status.is5xxServerError()) {
      LOG.error("{} could not be shown", exchange.getRequest().getPath(), failure);
    }
    return write(exchange, status, failure);
  }

  private Mono<Void> write(ServerWebExchange exchange, HttpStatusCode status, Throwable failure) {
    var context = new Context(ConsoleLocale.of(exchange));
    context.setVariable("shell", shells.bare(exchange));
    context.setVariable("kind", kind(status, failure));
    context.setVariable("logout", exchange.getAttribute(Denied.LOGOUT_TOKEN));
    var response = exchange.getResponse();
    response.setStatusCode(status);
    response
        .getHeaders()
        .setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
    return response.writeWith(
        Mono.fromSupplier(() -> {
          var page = templates.process("error", context);
          return response.bufferFactory().wrap(page.getBytes(StandardCharsets.UTF_8));
        }));
  }

  private static boolean ours(ServerWebExchange exchange) {
    var path = exchange.getRequest().getPath().value();
    return NOT_OURS.stream().noneMatch(path::startsWith)
        && exchange.getRequest().getHeaders().getAccept().stream()
            .anyMatch(type -> type.includes(MediaType.TEXT_HTML));
  }

  private static boolean isLogin(ServerWebExchange exchange) {
    return exchange.getRequest().getPath().value().startsWith("/login/");
  }

  private static HttpStatusCode status(Throwable failure) {
    if (failure instanceof ProblemException problem) {
      return HttpStatusCode.valueOf(problem.problem().type().status());
    }
    if (failure instanceof DataBufferLimitException) {
      return HttpStatus.CONTENT_TOO_LARGE;
    }
    return failure instanceof ErrorResponse known
        ? known.getStatusCode()
        : HttpStatus.INTERNAL_SERVER_ERROR;
  }

  private static String kind(HttpStatusCode status, Throwable failure) {
    if (failure instanceof ResponseStatusException said && Denied.ROLE.equals(said.getReason())) {
      return Denied.ROLE;
    }
    if (EXPLAINED.contains(status.value())) {
      return String.valueOf(status.value());
    }
    return status.is4xxClientError() ? "400" : "500";
  }
}
