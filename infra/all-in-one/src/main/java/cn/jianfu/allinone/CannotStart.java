package cn.jianfu.allinone;

/** Why the platform cannot start, in words for the person who started it. */
final class CannotStart extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CannotStart(String message) {
    super(message);
  }
}
