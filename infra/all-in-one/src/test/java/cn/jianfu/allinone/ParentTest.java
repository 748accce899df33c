package cn.jianfu.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParentTest {

  @Test
  void killedItTakesThisProcessWithIt() throws Exception {
    Process parent = parentOfOneThat("-D" + Parent.BINDS + "=true");
    ProcessHandle child = childOf(parent);

    parent.destroyForcibly().waitFor();

    assertThat(child.onExit().orTimeout(30, TimeUnit.SECONDS)).succeedsWithin(30, TimeUnit.SECONDS);
  }

  @Test
  void withoutTheWishTheProcessStays() throws Exception {
    Process parent = parentOfOneThat("-Dnone");
    ProcessHandle child = childOf(parent);

    parent.destroyForcibly().waitFor();

    assertThat(child.onExit().completeOnTimeout(null, 3, TimeUnit.SECONDS).get()).isNull();
    child.destroyForcibly();
  }

  private static Process parentOfOneThat(String flag) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            "sh",
            "-c",
            "\"$0\" \"$@\" & wait",
            java,
            flag,
            "-cp",
            System.getProperty("java.class.path"),
            Waits.class.getName())
        .start();
  }

  /** The shell's child, once it has looked for its parent and said so. */
  private static ProcessHandle childOf(Process parent) throws IOException {
    assertThat(parent.inputReader().readLine()).isEqualTo("bound");
    return parent.children().findFirst().orElseThrow();
  }

  /** Does what Main does, and then waits for longer than the test. */
  static final class Waits {

    public static void main(String[] arguments) throws InterruptedException {
      Parent.endsThisOne();
      System.out.println("bound");
      TimeUnit.MINUTES.sleep(1);
    }
  }
}
