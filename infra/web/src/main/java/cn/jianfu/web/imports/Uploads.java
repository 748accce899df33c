package cn.jianfu.web.imports;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Files of requests, as sheets. */
public final class Uploads {

  private final FileLimits limits;
  private final SheetReader reader;

  Uploads(FileLimits limits) {
    this.limits = limits;
    this.reader = new SheetReader(limits);
  }

  /** A file of a form ({@code multipart/form-data}). */
  public Mono<Sheet> read(FilePart file, @Nullable String sheet) {
    return read(file.content(), sheet);
  }

  /** A file that is the body of the request. */
  public Mono<Sheet> read(ServerHttpRequest request, @Nullable String sheet) {
    return read(request.getBody(), sheet);
  }

  private Mono<Sheet> read(Flux<DataBuffer> content, @Nullable String sheet) {
    return DataBufferUtils.join(content, (int) limits.size().toBytes())
        .map(Uploads::bytesOf)
        .defaultIfEmpty(new byte[0])
        .onErrorMap(
            DataBufferLimitException.class,
            _ -> FileProblems.tooLarge("file-bytes", limits.size().toBytes()))
        // Unpacking takes long and blocks.
        .publishOn(Schedulers.boundedElastic())
        .map(bytes -> reader.read(bytes, sheet));
  }

  private static byte[] bytesOf(DataBuffer buffer) {
    var bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }
}
