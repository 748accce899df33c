package cn.jianfu.store;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Effects as bytes; a collection's name is written once for a run of effects on it. */
final class EffectCodec {
  private static final int COLLECTION = 0;
  private static final int PUT = 1;
  private static final int REMOVE = 2;
  private static final int DROP = 3;

  private EffectCodec() {}

  static void encode(List<Effect> effects, ByteBuf out) {
    String current = "";
    for (Effect effect : effects) {
      if (!effect.collection().equals(current)) {
        current = effect.collection();
        byte[] name = current.getBytes(StandardCharsets.UTF_8);
        out.writeByte(COLLECTION).writeInt(name.length).writeBytes(name);
      }
      switch (effect) {
        case Effect.Put put ->
            out.writeByte(PUT)
                .writeLong(put.position())
                .writeInt(put.content().length)
                .writeBytes(put.content());
        case Effect.Remove remove -> out.writeByte(REMOVE).writeLong(remove.position());
        case Effect.Drop _ -> out.writeByte(DROP);
      }
    }
  }

  static void decode(ByteBuf in, Consumer<Effect> effects) {
    String current = "";
    while (in.isReadable()) {
      int kind = in.readByte();
      switch (kind) {
        case COLLECTION -> current = new String(bytes(in), StandardCharsets.UTF_8);
        case PUT -> effects.accept(new Effect.Put(current, in.readLong(), bytes(in)));
        case REMOVE -> effects.accept(new Effect.Remove(current, in.readLong()));
        case DROP -> effects.accept(new Effect.Drop(current));
        default -> throw new IllegalStateException("no effect has the kind " + kind);
      }
    }
  }

  private static byte[] bytes(ByteBuf in) {
    byte[] bytes = new byte[in.readInt()];
    in.readBytes(bytes);
    return bytes;
  }
}
