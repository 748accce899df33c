package cn.jianfu.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;

/** One of two containers that do the same; another may come in its place. */
final class Replica {

  private static final Duration LONGEST_START = Duration.ofMinutes(4);
  private static final int PATIENCE_MILLIS = 1_000;
  private static final int GRACE_SECONDS = 60;

  private volatile ContainerOfPart container;

  Replica(ContainerOfPart container) {
    this.container = container;
  }

  ContainerOfPart container() {
    return container;
  }

  URI address() {
    return container.address();
  }

  /**
   * What it says itself to whoever asks from outside.
   *
   * @param before what it said last, which holds when it is only slow to answer
   */
  boolean isReady(boolean before) {
    try {
      HttpURLConnection asked = (HttpURLConnection) container.readiness().toURL().openConnection();
      asked.setConnectTimeout(PATIENCE_MILLIS);
      asked.setReadTimeout(PATIENCE_MILLIS);
      return asked.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (SocketTimeoutException slow) {
      return before;
    } catch (IOException gone) {
      return false;
    }
  }

  /** SIGTERM; it has ended when this returns. */
  void stop() {
    Engine.client().stopContainerCmd(container.getContainerId()).withTimeout(GRACE_SECONDS).exec();
  }

  long exitCode() {
    Long code =
        Engine.client()
            .inspectContainerCmd(container.getContainerId())
            .exec()
            .getState()
            .getExitCodeLong();
    return code == null ? -1 : code;
  }

  /** Another container, at the same address, in the place of this one, which has ended. */
  void become(ContainerOfPart next) {
    Engine.client().removeContainerCmd(container.getContainerId()).exec();
    next.start();
    container = next;
    await().pollInterval(Duration.ofMillis(500)).atMost(LONGEST_START).until(() -> isReady(false));
  }

  void start() {
    Engine.client().startContainerCmd(container.getContainerId()).exec();
    await().pollInterval(Duration.ofMillis(500)).atMost(LONGEST_START).until(() -> isReady(false));
  }
}
