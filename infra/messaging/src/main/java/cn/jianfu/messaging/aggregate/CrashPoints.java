package cn.jianfu.messaging.aggregate;

/** Where a process may be killed; tests do. */
interface CrashPoints {

  CrashPoints NONE = new CrashPoints() {};

  default void afterWrite() {}

  default void afterSend() {}

  default void afterAck() {}
}
