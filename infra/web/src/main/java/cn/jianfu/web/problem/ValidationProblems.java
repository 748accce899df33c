package cn.jianfu.web.problem;

import jakarta.validation.ConstraintViolation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** What Spring's own validation of bodies and parameters found. */
final class ValidationProblems {

  private ValidationProblems() {}

  static Problem of(WebExchangeBindException failure) {
    var inBody =
        failure.getMethodParameter() != null
            && failure.getMethodParameter().hasParameterAnnotation(RequestBody.class);
    return Problem.of(WebProblems.INVALID)
        .errors(failure.getAllErrors().stream().map(error -> of(error, "", inBody)).toList());
  }

  static Problem of(HandlerMethodValidationException failure) {
    return Problem.of(WebProblems.INVALID)
        .errors(
            failure.getParameterValidationResults().stream()
                .flatMap(ValidationProblems::of)
                .toList());
  }

  private static Stream<FieldProblem> of(ParameterValidationResult result) {
    var parameter = result.getMethodParameter();
    var inBody = parameter.hasParameterAnnotation(RequestBody.class);
    var index = result.getContainerIndex();
    var prefix = index == null ? "" : "/" + index;
    if (result instanceof ParameterErrors errors) {
      return errors.getAllErrors().stream().map(error -> of(error, prefix, inBody));
    }
    return result.getResolvableErrors().stream()
        .map(error -> of(result, error, parameter, prefix, inBody));
  }

  private static FieldProblem of(
      ParameterValidationResult result,
      MessageSourceResolvable error,
      MethodParameter parameter,
      String prefix,
      boolean inBody) {
    var violation = result.unwrap(error, ConstraintViolation.class);
    var code = ConstraintProblems.codeOf(violation);
    var values = ConstraintProblems.valuesOf(violation);
    return inBody
        ? FieldProblem.at(prefix, code, values)
        : FieldProblem.ofParameter(Parameters.nameOf(parameter), code, values);
  }

  private static FieldProblem of(ObjectError error, String prefix, boolean inBody) {
    var path = error instanceof FieldError field ? field.getField() : "";
    if (error.contains(ConstraintViolation.class)) {
      var violation = error.unwrap(ConstraintViolation.class);
      var code = ConstraintProblems.codeOf(violation);
      var values = ConstraintProblems.valuesOf(violation);
      return inBody
          ? FieldProblem.at(prefix + Pointers.of(violation.getPropertyPath()), code, values)
          : FieldProblem.ofParameter(path, code, values);
    }
    var values = Map.of("wanted", List.of());
    return inBody
        ? FieldProblem.at(prefix + Pointers.ofBeanPath(path), "not-readable", values)
        : FieldProblem.ofParameter(path, "not-readable", values);
  }
}
