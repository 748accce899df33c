package cn.jianfu.web.problem;

import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerErrorException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;

/** The problem that an exception of the framework stands for. */
final class SpringProblems implements ProblemMapper {

  /** What the framework says, as of a fault of its own, about a part of a form without a name. */
  private static final String NAMELESS_PART = "No name available";

  private static final Duration SOON = Duration.ofSeconds(5);

  @Override
  public @Nullable Problem map(Throwable failure) {
    return switch (failure) {
      case ProblemException known -> known.problem();
      case WebExchangeBindException invalid -> ValidationProblems.of(invalid);
      case HandlerMethodValidationException invalid when !invalid.isForReturnValue() ->
          ValidationProblems.of(invalid);
      case ConstraintViolationException invalid ->
          ConstraintProblems.of(invalid.getConstraintViolations());
      case MissingRequestValueException missing ->
          Problem.of(WebProblems.INVALID).atParameter(missing.getName(), "required");
      case ServerWebInputException input -> ofInput(input);
      // A part of the address that is blank: the framework takes it for a fault of the service.
      case ServerErrorException fault
          when fault.getMethodParameter() != null
              && fault.getMethodParameter().hasParameterAnnotation(PathVariable.class) ->
          Problem.of(WebProblems.INVALID)
              .atParameter(Parameters.nameOf(fault.getMethodParameter()), "not-readable");
      case InvalidMediaTypeException _ -> Problem.of(WebProblems.UNSUPPORTED_MEDIA_TYPE);
      case DataBufferLimitException _ -> Problem.of(WebProblems.TOO_LARGE);
      case DecodingException unreadable -> ofDecoding(unreadable);
      // The issuer could not be asked for its keys: not the client's fault.
      case AuthenticationServiceException _ -> Problem.of(WebProblems.UNAVAILABLE).retryAfter(SOON);
      case AuthenticationException _ -> Problem.of(WebProblems.UNAUTHENTICATED);
      case AccessDeniedException _ -> Problem.of(WebProblems.FORBIDDEN);
      case IllegalStateException odd when NAMELESS_PART.equals(odd.getMessage()) ->
          Problem.of(WebProblems.BAD_REQUEST);
      case ResponseStatusException status -> ofStatus(status.getStatusCode().value());
      default -> null;
    };
  }

  private Problem ofInput(ServerWebInputException input) {
    var parameter = input.getMethodParameter();
    for (Throwable cause = input.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof TypeMismatchException && parameter != null) {
        return Problem.of(WebProblems.INVALID)
            .atParameter(Parameters.nameOf(parameter), "not-readable");
      }
      if (cause instanceof DataBufferLimitException || cause instanceof JacksonException) {
        var known = map(cause);
        return known != null ? known : JsonProblems.of((JacksonException) cause);
      }
    }
    if (parameter != null && parameter.hasParameterAnnotation(RequestBody.class)) {
      return Problem.of(WebProblems.INVALID).at("", "required");
    }
    return Problem.of(WebProblems.BAD_REQUEST);
  }

  private static Problem ofDecoding(DecodingException unreadable) {
    return unreadable.getCause() instanceof JacksonException json
        ? JsonProblems.of(json)
        : Problem.of(WebProblems.BAD_REQUEST);
  }

  private static @Nullable Problem ofStatus(int status) {
    return switch (status) {
      case 401 -> Problem.of(WebProblems.UNAUTHENTICATED);
      case 403 -> Problem.of(WebProblems.FORBIDDEN);
      case 404 -> Problem.of(WebProblems.NOT_FOUND);
      case 405 -> Problem.of(WebProblems.METHOD_NOT_ALLOWED);
      case 406 -> Problem.of(WebProblems.NOT_ACCEPTABLE);
      case 409 -> Problem.of(WebProblems.CONFLICT);
      case 413 -> Problem.of(WebProblems.TOO_LARGE);
      case 415 -> Problem.of(WebProblems.UNSUPPORTED_MEDIA_TYPE);
      case 422 -> Problem.of(WebProblems.UNPROCESSABLE);
      case 429 -> Problem.of(WebProblems.TOO_MANY_REQUESTS).retryAfter(SOON);
      case 503 -> Problem.of(WebProblems.UNAVAILABLE).retryAfter(SOON);
      default -> status >= 400 && status < 500 ? Problem.of(WebProblems.BAD_REQUEST) : null;
    };
  }
}
