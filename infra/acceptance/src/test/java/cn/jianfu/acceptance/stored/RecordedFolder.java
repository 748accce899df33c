package cn.jianfu.acceptance.stored;

import cn.jianfu.allinone.LocalSettings.Ports;
import cn.jianfu.broker.BrokerSettings;
import cn.jianfu.broker.InProcessBroker;
import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import java.nio.file.Path;

/** The folder of an installation as a recording left it, before anything runs on it. */
final class RecordedFolder {

  private RecordedFolder() {}

  static void write(Recording recording, Path data, Ports ports) throws Exception {
    Folders.empty(data);
    try (var store = InProcessStore.open(StoreSettings.in(data.resolve("store"), ports.store()))) {
      StoreContents.write(store.connectionString(), recording.documents());
    }
    try (var broker =
        InProcessBroker.start(BrokerSettings.in(data.resolve("broker")).port(ports.broker()))) {
      TopicContents.write(broker.bootstrapServers(), recording.records(), recording.offsets());
    }
  }
}
