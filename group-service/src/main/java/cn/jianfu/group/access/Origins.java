package cn.jianfu.group.access;

import cn.jianfu.web.headers.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/** Tells requests apart: those that bring a key by it, all others by a key of their own. */
public final class Origins {

  private final UniqueKeys keys;

  Origins(UniqueKeys keys) {
    this.keys = keys;
  }

  /** What the service does by itself. */
  public Origin own() {
    return once(Origin.OWN);
  }

  /** A request of its own right: repeating it is asking again. */
  public Origin once(String source) {
    return new Origin(keys.next(), "", source, null);
  }

  /** A request that the caller named by an Idempotency-Key, or one of its own right. */
  public Origin of(String source, @Nullable String idempotencyKey, Object body) {
    return idempotencyKey == null
        ? once(source)
        : Origin.named(source, IdempotencyKey.read(idempotencyKey).value(), body);
  }
}
