package cn.jianfu.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaImageMainTest {

  private static final String ONE = "4L6g3nShT-eMCtK--X86sw";
  private static final String ANOTHER = "MkU3OEVBNTcwNTJENDM2Qg";

  @TempDir Path folder;

  @Test
  void aNewFolderIsFormattedOnceAndKeepsItsCluster() throws Exception {
    Properties properties =
        ImageEnvironment.properties(Map.of("KAFKA_LOG_DIRS", folder.toString()));

    KafkaImageMain.formatWhenNew(properties, ONE);
    KafkaImageMain.formatWhenNew(properties, ANOTHER);

    assertThat(Files.readString(folder.resolve("meta.properties"))).contains("cluster.id=" + ONE);
  }
}
