package cn.jianfu.allinone;

/**
 * The process that started this one, such as Maven. Whoever ends Maven and not its terminal means
 * the platform, too; left behind, it would hold the ports and the data folder of the next start.
 */
final class Parent {

  /**
   * System property: {@code true} ends this process, with its shutdown hooks, when its parent has
   * ended.
   */
  static final String BINDS = "jianfu.ends-with-parent";

  private Parent() {}

  static void endsThisOne() {
    if (Boolean.getBoolean(BINDS)) {
      ProcessHandle.current().parent().ifPresent(Parent::endWith);
    }
  }

  private static void endWith(ProcessHandle parent) {
    Thread.ofVirtual()
        .start(() -> {
          parent.onExit().join();
          System.exit(0);
        });
  }
}
