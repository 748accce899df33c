package cn.jianfu.web.problem;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** How a client calls a parameter of a handler method. */
final class Parameters {

  private Parameters() {}

  static String nameOf(MethodParameter parameter) {
    var query = parameter.getParameterAnnotation(RequestParam.class);
    var path = parameter.getParameterAnnotation(PathVariable.class);
    var header = parameter.getParameterAnnotation(RequestHeader.class);
    return Stream.of(
            query == null ? "" : query.name(),
            path == null ? "" : path.name(),
            header == null ? "" : header.name(),
            orEmpty(parameter.getParameterName()))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("?");
  }

  private static String orEmpty(@Nullable String name) {
    return name == null ? "" : name;
  }
}
