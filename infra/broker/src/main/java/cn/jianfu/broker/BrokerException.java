package cn.jianfu.broker;

import org.jspecify.annotations.Nullable;

/** The broker cannot start or had to stop; the message says in words why and what helps. */
public final class BrokerException extends RuntimeException {

  BrokerException(String message) {
    super(message);
  }

  BrokerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
