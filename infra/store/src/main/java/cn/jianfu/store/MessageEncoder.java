package cn.jianfu.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Writes answers; documents that are kept as bytes are copied, not taken apart and put together.
 */
final class MessageEncoder extends MessageToByteEncoder<MongoMessage> {
  private static final byte EMBEDDED = 0x03;
  private static final byte ARRAY = 0x04;

  MessageEncoder() {
    super(MongoMessage.class);
  }

  @Override
  protected void encode(ChannelHandlerContext context, MongoMessage message, ByteBuf out) {
    int start = out.writerIndex();
    out.writeIntLE(0);
    out.writeIntLE(message.getHeader().getRequestID());
    out.writeIntLE(message.getHeader().getResponseTo());
    out.writeIntLE(OpCode.OP_MSG.getId());
    out.writeIntLE(message.getFlags());
    out.writeByte(MongoMessage.SECTION_KIND_BODY);
    document(message.getDocument(), out);
    out.setIntLE(start, out.writerIndex() - start);
  }

  private static void document(Document document, ByteBuf out) {
    int start = out.writerIndex();
    out.writeIntLE(0);
    for (var field : document.entrySet()) {
      switch (field.getValue()) {
        case RawDocuments raw -> {
          head(ARRAY, field.getKey(), out);
          array(raw, out);
        }
        case Document embedded -> {
          head(EMBEDDED, field.getKey(), out);
          document(embedded, out);
        }
        case null, default -> {
          byte type = BsonEncoder.determineType(field.getValue());
          head(type, field.getKey(), out);
          BsonEncoder.encodeValue(type, field.getValue(), out);
        }
      }
    }
    end(start, out);
  }

  private static void array(RawDocuments raw, ByteBuf out) {
    int start = out.writerIndex();
    out.writeIntLE(0);
    for (int i = 0; i < raw.size(); i++) {
      head(EMBEDDED, Integer.toString(i), out);
      out.writeBytes(raw.raw(i));
    }
    end(start, out);
  }

  private static void head(byte type, String name, ByteBuf out) {
    out.writeByte(type);
    out.writeCharSequence(name, StandardCharsets.UTF_8);
    out.writeByte(0);
  }

  private static void end(int start, ByteBuf out) {
    out.writeByte(0);
    out.setIntLE(start, out.writerIndex() - start);
  }
}
