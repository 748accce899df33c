package cn.jianfu.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Says of every operation that its errors are problems, and what a problem is. */
final class ProblemResponses implements OpenApiCustomizer {

  private static final Map<String, String> RESPONSES =
      Map.of(
          "400", "Malformed or not valid; errors says where",
          "401", "No valid token",
          "403", "Not for this role or unit",
          "429", "Too many requests; see Retry-After",
          "503", "Unavailable for the moment; see Retry-After");

  @Override
  public void customise(OpenAPI document) {
    document.getComponents().addSchemas("Problem", problem());
    if (document.getPaths() == null) {
      return;
    }
    document.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .forEach(operation ->
            RESPONSES.forEach(
                (status, text) -> operation.getResponses().putIfAbsent(status, response(text))));
  }

  private static ApiResponse response(String text) {
    var problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
    return new ApiResponse()
        .description(text)
        .content(new Content().addMediaType("application/problem+json", problem));
  }

  private static Schema<?> problem() {
    Schema<?> error =
        new ObjectSchema()
            .addProperty("pointer", new StringSchema().description("JSON pointer into the body"))
            .addProperty("parameter", new StringSchema().description("of the query or the path"))
            .addProperty("code", new StringSchema())
            .addProperty("message", new StringSchema());
    error.setRequired(List.of("code", "message"));
    Schema<?> problem =
        new ObjectSchema()
            .description("RFC 9457; text in Chinese, or in English by Accept-Language")
            .addProperty(
                "type", new StringSchema().format("uri").example("urn:problem:web.invalid"))
            .addProperty("title", new StringSchema())
            .addProperty("status", new IntegerSchema())
            .addProperty("detail", new StringSchema())
            .addProperty("traceId", new StringSchema())
            .addProperty("errors", new ArraySchema().items(error));
    problem.setRequired(List.of("type", "title", "status"));
    return problem;
  }
}
