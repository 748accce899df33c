package cn.jianfu.web.paging;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets handler methods take a {@link PageRequest}. */
final class PageArgument implements HandlerMethodArgumentResolver {

  private static final Pattern FIELD = Pattern.compile("-?[A-Za-z][A-Za-z0-9]{0,49}");
  private static final int MOST_FIELDS = 50;

  private final Cursors cursors;

  PageArgument(Cursors cursors) {
    this.cursors = cursors;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == PageRequest.class;
  }

  @Override
  public Mono<Object> resolveArgument(
      MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
    return Mono.fromSupplier(() -> of(exchange.getRequest()));
  }

  PageRequest of(ServerHttpRequest request) {
    var query = request.getQueryParams();
    var sort = textOf(query.getFirst("sort"));
    if (sort != null && !FIELD.matcher(sort).matches()) {
      throw PagingProblems.notOneOf("sort", List.of());
    }
    // Lists of different addresses do not take each other's cursors.
    var ofList = cursors.of(request.getPath().value());
    var cursor = textOf(query.getFirst("cursor"));
    return new PageRequest(
        limitOf(textOf(query.getFirst("limit"))),
        cursor == null ? List.of() : ofList.read(sort == null ? "" : sort, cursor),
        sort,
        fieldsOf(textOf(query.getFirst("fields"))),
        ofList);
  }

  private static int limitOf(@Nullable String limit) {
    if (limit == null) {
      return PageRequest.USUAL;
    }
    if (!limit.matches("[0-9]{1,3}")
        || Integer.parseInt(limit) < 1
        || Integer.parseInt(limit) > PageRequest.MOST) {
      throw PagingProblems.badLimit(PageRequest.MOST);
    }
    return Integer.parseInt(limit);
  }

  private static Set<String> fieldsOf(@Nullable String fields) {
    if (fields == null) {
      return Set.of();
    }
    var names = Arrays.stream(fields.split(",", -1)).map(String::strip).toList();
    if (names.size() > MOST_FIELDS || !names.stream().allMatch(FIELD.asMatchPredicate())) {
      throw PagingProblems.notOneOf("fields", List.of());
    }
    return names.stream().collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable String textOf(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
