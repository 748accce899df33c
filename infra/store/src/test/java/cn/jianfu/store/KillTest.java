package cn.jianfu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store's JVM is killed under load; what was accepted is counted afterwards. */
class KillTest {
  private static final int ROUNDS = 3;

  @TempDir Path folder;

  @Test
  void killedUnderLoadLosesNothingAccepted() throws Exception {
    killRepeatedly(64L << 20);
    assertThat(files(".snapshot")).isEmpty();
  }

  @Test
  void killedUnderLoadAmongSnapshotsLosesNothingAccepted() throws Exception {
    killRepeatedly(40_000);
    assertThat(files(".snapshot")).hasSize(1);
  }

  private void killRepeatedly(long journalBytes) throws Exception {
    Ledger ledger = new Ledger();
    StoreProcess store = StoreProcess.start(folder, journalBytes);
    for (int round = 1; round <= ROUNDS; round++) {
      long before = ledger.accepted();
      List<Thread> writers = ledger.writeTo(store);
      await().atMost(Duration.ofSeconds(60)).until(() -> ledger.accepted() > before + 600);
      store.kill();
      for (Thread writer : writers) {
        writer.join();
      }
      store = StoreProcess.start(folder, journalBytes);
      ledger.check(store);
    }
    store.kill();
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.toString().endsWith(ending)).toList();
    }
  }
}
