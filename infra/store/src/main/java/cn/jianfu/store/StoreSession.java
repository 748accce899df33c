package cn.jianfu.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection: takes requests, lets the backend work, answers when the answer is durable. */
final class StoreSession extends SimpleChannelInboundHandler<ClientRequest> {
  private static final Logger LOG = LoggerFactory.getLogger(StoreSession.class);

  private final MongoBackend backend;
  private final Durability durability;
  private final Executor longWork;
  private final AtomicInteger answers = new AtomicInteger();

  StoreSession(MongoBackend backend, Durability durability, Executor longWork) {
    this.backend = backend;
    this.durability = durability;
    this.longWork = longWork;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
    switch (request) {
      case MongoMessage message ->
          run(
              message.getDatabaseName(),
              message.getDocument(),
              context,
              answer -> new MongoMessage(context.channel(), headerFor(request), answer));
      case MongoQuery query when query.getCollectionName().equals("$cmd") ->
          run(
              query.getDatabaseName(),
              query.getQuery(),
              context,
              answer -> new MongoReply(headerFor(request), answer));
      default -> throw new MongoServerException("unknown message: " + request);
    }
  }

  private void run(
      String database,
      Document command,
      ChannelHandlerContext context,
      Function<Document, Object> reply) {
    Runnable work =
        () -> {
          Document answer = answerTo(database, command, context);
          durability.whenDurable(
              failure -> send(context, reply.apply(failure == null ? answer : failure)));
        };
    if (CommandSize.isShort(command)) {
      work.run();
    } else {
      longWork.execute(work);
    }
  }

  private Document answerTo(String database, Document command, ChannelHandlerContext context) {
    String name = command.keySet().iterator().next();
    try {
      return backend.handleCommand(context.channel(), database, name, command);
    } catch (MongoServerException e) {
      LOG.debug("{} on {} is declined", name, database, e);
      return Replies.failure(e);
    } catch (RuntimeException e) {
      LOG.warn("{} on {} failed", name, database, e);
      return Replies.failure(new MongoServerException("internal error: " + e, e));
    }
  }

  private static void send(ChannelHandlerContext context, Object message) {
    var _ = context.writeAndFlush(message, context.voidPromise());
  }

  private MessageHeader headerFor(ClientRequest request) {
    return new MessageHeader(answers.incrementAndGet(), request.getHeader().getRequestID());
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    backend.handleClose(context.channel());
    super.channelInactive(context);
  }
}
