package cn.jianfu.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class InProcessBrokerTest {

  @TempDir Path folder;

  @Test
  void whatIsSentIsReadAndARestartKeepsRecordsAndOffsets() throws Exception {
    int port;
    try (InProcessBroker broker = InProcessBroker.start(BrokerSettings.in(folder))) {
      String bootstrap = broker.bootstrapServers();
      port = Integer.parseInt(bootstrap.substring(bootstrap.indexOf(':') + 1));
      Clients.createTopic(bootstrap);
      Clients.send(bootstrap, "one", "two");
      assertThat(Clients.read(bootstrap, "gateway", 2)).containsExactlyInAnyOrder("one", "two");
      Clients.send(bootstrap, "three");
    }
    try (InProcessBroker again = InProcessBroker.start(BrokerSettings.in(folder).port(port))) {
      String bootstrap = again.bootstrapServers();
      assertThat(bootstrap).isEqualTo("127.0.0.1:" + port);
      assertThat(Clients.read(bootstrap, "gateway", 1)).containsExactly("three");
      assertThat(Clients.read(bootstrap, "newcomer", 3)).hasSize(3);
    }
  }

  @Test
  void topicsAreNeverCreatedByAccident() throws Exception {
    try (InProcessBroker broker = InProcessBroker.start(BrokerSettings.in(folder));
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      assertThatThrownBy(() -> Clients.send(broker.bootstrapServers(), "lost"))
          .rootCause()
          .isInstanceOfAny(TimeoutException.class, UnknownTopicOrPartitionException.class);
      assertThat(admin.listTopics().names().get()).doesNotContain(Clients.TOPIC);
    }
  }

  @Test
  void aSecondBrokerOnTheSameFolderIsRefusedInWordsAndTheFirstGoesOn() throws Exception {
    try (InProcessBroker first = InProcessBroker.start(BrokerSettings.in(folder))) {
      assertThatThrownBy(() -> InProcessBroker.start(BrokerSettings.in(folder)))
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining("another broker uses the folder")
          .hasMessageContaining(folder.toString());
      Clients.createTopic(first.bootstrapServers());
      Clients.send(first.bootstrapServers(), "still here");
    }
  }

  @Test
  void aUsedPortIsRefusedInWordsAndTheFolderStaysFree() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      assertThatThrownBy(() -> InProcessBroker.start(BrokerSettings.in(folder).port(port)))
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining("port " + port + " on 127.0.0.1 cannot be used");
    }
    InProcessBroker.start(BrokerSettings.in(folder)).close();
  }

  @Test
  void damagedFolderPropertiesAreRefusedInWords() throws Exception {
    InProcessBroker.start(BrokerSettings.in(folder)).close();
    Files.writeString(folder.resolve("log/meta.properties"), "cluster.id=\nversion=7\n");
    assertThatThrownBy(() -> InProcessBroker.start(BrokerSettings.in(folder)))
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining("cannot start on the data in")
        .hasMessageContaining("move it away");
  }

  @Test
  void damagedMetadataIsRefusedInWordsInsteadOfForgettingTheTopics() throws Exception {
    InProcessBroker.start(BrokerSettings.in(folder)).close();
    Path log = metadataLog();
    byte[] bytes = Files.readAllBytes(log);
    bytes[90] ^= 0x5a;
    Files.write(log, bytes);
    assertThatThrownBy(() -> InProcessBroker.start(BrokerSettings.in(folder)))
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining(log.toString())
        .hasMessageContaining("damaged")
        .hasMessageContaining("backup");
  }

  @Test
  void metadataWhoseEndWasCutByAPowerFailureIsGoneOnWith() throws Exception {
    try (InProcessBroker broker = InProcessBroker.start(BrokerSettings.in(folder))) {
      Clients.createTopic(broker.bootstrapServers());
      Clients.send(broker.bootstrapServers(), "kept");
    }
    byte[] cutBatch = {0, 0, 0, 0, 0, 0, 3, 1, 0, 0, 0, 90, 1, 2, 3};
    Files.write(metadataLog(), cutBatch, StandardOpenOption.APPEND);
    try (InProcessBroker broker = InProcessBroker.start(BrokerSettings.in(folder))) {
      assertThat(Clients.read(broker.bootstrapServers(), "gateway", 1)).containsExactly("kept");
    }
  }

  @Test
  void whatKafkaWouldEndTheJvmForIsReportedInstead() throws Exception {
    try (InProcessBroker broker = InProcessBroker.start(BrokerSettings.in(folder))) {
      assertThatThrownBy(() -> Exit.halt(1, "all log dirs have failed"))
          .isInstanceOf(BrokerException.class);
      assertThat(broker.failure().toCompletableFuture().get(5, TimeUnit.SECONDS))
          .contains("all log dirs have failed");
    }
  }

  private Path metadataLog() throws IOException {
    try (var files = Files.list(folder.resolve("log/__cluster_metadata-0"))) {
      return files.filter(name -> name.toString().endsWith(".log")).findFirst().orElseThrow();
    }
  }
}
