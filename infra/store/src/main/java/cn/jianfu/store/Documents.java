package cn.jianfu.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** Documents to and from the bytes in which they are kept. */
final class Documents {
  private static final int OBJECT_TOO_LARGE = 10334;

  // Kept for one thread after another; larger ones are given back at once.
  private static final int KEPT_BUFFER = 1 << 20;
  private static final ThreadLocal<ByteBuf> BUFFER =
      ThreadLocal.withInitial(() -> Unpooled.buffer(4096));

  private Documents() {}

  static byte[] bytesOf(Document document) {
    ByteBuf buffer = BUFFER.get();
    buffer.clear();
    BsonEncoder.encodeDocument(document, buffer);
    int length = buffer.readableBytes();
    if (buffer.capacity() > KEPT_BUFFER) {
      BUFFER.remove();
    }
    if (length > BsonConstants.MAX_BSON_OBJECT_SIZE) {
      throw new MongoServerError(
          OBJECT_TOO_LARGE,
          "BSONObjectTooLarge",
          "the document has %d bytes, more than the %d allowed"
              .formatted(length, BsonConstants.MAX_BSON_OBJECT_SIZE));
    }
    byte[] bytes = new byte[length];
    buffer.readBytes(bytes);
    return bytes;
  }

  static Document documentOf(byte[] bytes) {
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
  }
}
