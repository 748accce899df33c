package cn.jianfu.web.intake;

import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemWriter;
import cn.jianfu.web.problem.Problems;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.ratelimit.RateLimit;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The door for pushed CloudEvents of a service. */
public final class EventIntake {

  private static final MediaType ONE = MediaType.parseMediaType("application/cloudevents+json");
  private static final MediaType BATCH =
      MediaType.parseMediaType("application/cloudevents-batch+json");

  private final IntakeProperties limits;
  private final JsonMapper json;
  private final Problems problems;
  private final ProblemWriter writer;
  private final IntakeMeters meters;
  private final EventReader reader;

  EventIntake(
      IntakeProperties limits,
      JsonMapper json,
      Problems problems,
      ProblemWriter writer,
      IntakeMeters meters) {
    this.limits = limits;
    this.json = json;
    this.problems = problems;
    this.writer = writer;
    this.meters = meters;
    this.reader = new EventReader(json.tokenStreamFactory());
  }

  /**
   * Reads the events of the request, hands them to the door and answers.
   *
   * <p>One event (binary or structured mode): 200 and its answer, or the problem. A batch or lines:
   * 207 and an answer for each.
   */
  public Mono<Void> receive(ServerWebExchange exchange, IntakeDoor door) {
    var request = exchange.getRequest();
    var headers = request.getHeaders();
    if (headers.getContentLength() > limits.maxBody().toBytes()) {
      return Mono.error(Problem.of(WebProblems.TOO_LARGE).toException());
    }
    if (headers.containsHeader(HttpHeaders.CONTENT_ENCODING)) {
      return unsupported();
    }
    var type = headers.getContentType();
    if (type == null || (type.getCharset() != null && !isUtf8(type))) {
      return unsupported();
    }
    if (BinaryMode.isMeant(headers)) {
      return type.isCompatibleWith(MediaType.APPLICATION_JSON)
          ? one(exchange, door, body -> BinaryMode.read(headers, body))
          : unsupported();
    }
    if (type.isCompatibleWith(ONE)) {
      return one(exchange, door, reader::read);
    }
    if (type.isCompatibleWith(BATCH)) {
      return many(exchange, door, new ArrayFramer(maxEvent()), AnswerWriter.Form.ARRAY);
    }
    if (type.isCompatibleWith(MediaType.APPLICATION_NDJSON)) {
      return many(exchange, door, new LineFramer(maxEvent()), AnswerWriter.Form.LINES);
    }
    return unsupported();
  }

  private Mono<Void> one(ServerWebExchange exchange, IntakeDoor door, FrameReader read) {
    var form = AnswerWriter.Form.ARRAY;
    var answers = answers(exchange, form);
    var chunks = chunks(door, read);
    return frames(exchange.getRequest(), new WholeFramer(maxEvent()))
        .single()
        .flatMap(frame -> chunks.apply(List.of(frame)))
        .doOnNext(chunk -> meters.answered(chunk.answers()))
        .flatMap(chunk ->
            chunk.answers().getFirst() instanceof IntakeAnswer.Declined declined
                ? Mono.error(declined.why().toException())
                : write(
                    exchange,
                    HttpStatus.OK,
                    form,
                    Flux.just(
                        answers.single(chunk.events().getFirst(), chunk.answers().getFirst()))));
  }

  private Mono<Void> many(
      ServerWebExchange exchange, IntakeDoor door, Framer framer, AnswerWriter.Form usual) {
    var form = formOf(exchange.getRequest(), usual);
    var answers = answers(exchange, form);
    var chunks = chunks(door, reader::read);
    var body =
        frames(exchange.getRequest(), framer)
            .buffer(limits.chunk())
            .concatMap(chunks, 1)
            .doOnNext(chunk -> meters.answered(chunk.answers()))
            .doOnNext(chunk -> RateLimit.charge(exchange, chunk.events().size()))
            .takeUntil(chunk -> chunk.stop() != null)
            .map(chunk -> answers.chunk(chunk.events(), chunk.answers(), chunk.stop()))
            // A sender that reads no answer before it has sent everything must not block itself.
            .onBackpressureBuffer()
            .concatWith(Mono.fromSupplier(answers::end));
    return write(exchange, HttpStatus.MULTI_STATUS, form, body);
  }

  private Chunks chunks(IntakeDoor door, FrameReader read) {
    return new Chunks(door, read, writer::problemOf, maxEvent());
  }

  private AnswerWriter answers(ServerWebExchange exchange, AnswerWriter.Form form) {
    return new AnswerWriter(json, problems, exchange.getLocaleContext().getLocale(), form);
  }

  private Flux<Frame> frames(ServerHttpRequest request, Framer framer) {
    var body = new LimitedBody(framer, limits.maxBody().toBytes(), limits.maxEvents());
    return request
        .getBody()
        .map(EventIntake::bytesOf)
        .concatMapIterable(body::feed, 2)
        .concatWith(Flux.defer(() -> Flux.fromIterable(body.end())))
        .takeUntil(Frame.Broken.class::isInstance);
  }

  /** An error before the first answer replaces status and type by those of the problem. */
  private static Mono<Void> write(
      ServerWebExchange exchange, HttpStatus status, AnswerWriter.Form form, Flux<byte[]> body) {
    var response = exchange.getResponse();
    response.setStatusCode(status);
    response.getHeaders().setContentType(form.type());
    return response.writeWith(
        body.filter(bytes -> bytes.length > 0).map(response.bufferFactory()::wrap));
  }

  private static AnswerWriter.Form formOf(ServerHttpRequest request, AnswerWriter.Form usual) {
    var accept = request.getHeaders().getAccept();
    if (accept.isEmpty() || accept.stream().anyMatch(usual.type()::isCompatibleWith)) {
      return usual;
    }
    for (var form : AnswerWriter.Form.values()) {
      if (accept.stream().anyMatch(form.type()::isCompatibleWith)) {
        return form;
      }
    }
    throw new NotAcceptableStatusException(
        List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_NDJSON));
  }

  private static byte[] bytesOf(DataBuffer buffer) {
    var bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private int maxEvent() {
    return (int) limits.maxEvent().toBytes();
  }

  private static boolean isUtf8(MediaType type) {
    return java.nio.charset.StandardCharsets.UTF_8.equals(type.getCharset());
  }

  private static Mono<Void> unsupported() {
    return Mono.error(Problem.of(WebProblems.UNSUPPORTED_MEDIA_TYPE).toException());
  }
}
