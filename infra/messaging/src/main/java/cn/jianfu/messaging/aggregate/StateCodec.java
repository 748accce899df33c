package cn.jianfu.messaging.aggregate;

import org.bson.BsonReader;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.configuration.CodecRegistry;

/** Writes and reads the state as its record. */
final class StateCodec<S, P> {

  private final StateMapping<S, P> mapping;
  private final Codec<P> codec;

  StateCodec(StateMapping<S, P> mapping, CodecRegistry registry) {
    this.mapping = mapping;
    this.codec = registry.get(mapping.record());
  }

  RawBsonDocument encode(S state) {
    return new RawBsonDocument(mapping.toRecord().apply(state), codec);
  }

  S decode(BsonReader reader) {
    return mapping.toState().apply(codec.decode(reader, DecoderContext.builder().build()));
  }
}
