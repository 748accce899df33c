package cn.jianfu.web.openapi;

import cn.jianfu.web.paging.PageRequest;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Describes the query of operations that answer pages. */
final class PageParameters implements OperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    var isList =
        Arrays.stream(handler.getMethodParameters())
            .anyMatch(parameter -> parameter.getParameterType() == PageRequest.class);
    if (isList) {
      var limit = new IntegerSchema();
      limit.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageRequest.MOST));
      limit.setDefault(PageRequest.USUAL);
      operation
          .addParametersItem(new QueryParameter().name("limit").schema(limit))
          .addParametersItem(text("cursor", "next of the page before"))
          .addParametersItem(text("sort", "a field; with a minus in front for descending"))
          .addParametersItem(text("fields", "the fields to answer, separated by commas"));
    }
    return operation;
  }

  private static QueryParameter text(String name, String about) {
    var parameter = new QueryParameter();
    parameter.name(name).description(about).schema(new StringSchema());
    return parameter;
  }
}
