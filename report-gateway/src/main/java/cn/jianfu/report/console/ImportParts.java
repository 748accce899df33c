package cn.jianfu.report.console;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Reads the parts of a form that sends a register. */
final class ImportParts {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,60}");

  /** As large as group-service takes one. */
  private static final int LARGEST = 10 << 20;

  private ImportParts() {}

  /** Fails with {@link DataBufferLimitException} when the file is larger than one may be. */
  static Mono<ImportForm> read(MultiValueMap<String, Part> parts) {
    String key = field(parts, "key");
    if (!KEY.matcher(key).matches()) {
      return Mono.error(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
    Mono<ByteBuffer> file =
        parts.getFirst("file") instanceof FilePart sent
            ? DataBufferUtils.join(sent.content(), LARGEST).map(ImportParts::taken)
            : Mono.empty();
    return file.defaultIfEmpty(ByteBuffer.allocate(0))
        .map(bytes ->
            new ImportForm(
                bytes,
                field(parts, "do").equals("import"),
                field(parts, "atomic").equals("yes"),
                fields(parts, "column"),
                fields(parts, "group"),
                key,
                field(parts, "of")));
  }

  private static ByteBuffer taken(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return ByteBuffer.wrap(bytes);
  }

  private static String field(MultiValueMap<String, Part> parts, String name) {
    return parts.getFirst(name) instanceof FormFieldPart part ? part.value() : "";
  }

  private static List<String> fields(MultiValueMap<String, Part> parts, String name) {
    return parts.getOrDefault(name, List.of()).stream()
        .filter(FormFieldPart.class::isInstance)
        .map(part -> ((FormFieldPart) part).value())
        .toList();
  }
}
