package cn.jianfu.messaging.inbound;

import org.jspecify.annotations.Nullable;

/** A record that is no event of ours: no retry will help, it goes to the dead letters at once. */
public final class UndecodableEventException extends RuntimeException {

  UndecodableEventException(String message) {
    super(message);
  }

  UndecodableEventException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
