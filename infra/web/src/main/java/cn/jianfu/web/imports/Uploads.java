package cn.jianfu.web.imports;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
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
    return Mono.defer(() -> gathered(content, new Gathered(limits.size().toBytes())))
        // Unpacking takes long and blocks.
        .publishOn(Schedulers.boundedElastic())
        .map(bytes -> reader.read(bytes, sheet));
  }

  private static Mono<byte[]> gathered(Flux<DataBuffer> content, Gathered file) {
    // Mapped, because a buffer that is merely passed by would be released a second time.
    return content.map(file::add).then(Mono.fromCallable(file::bytes));
  }
}
