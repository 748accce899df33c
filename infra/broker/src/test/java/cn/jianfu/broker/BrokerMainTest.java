package cn.jianfu.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerMainTest {

  @Test
  void argumentsWinOverTheEnvironment() {
    BrokerSettings settings =
        BrokerMain.settings(
            new String[] {"--port=9999"},
            Map.of("JIANFU_BROKER_PORT", "1", "JIANFU_BROKER_FOLDER", "/data/kafka"));
    assertThat(settings.port()).isEqualTo(9999);
    assertThat(settings.folder()).hasToString("/data/kafka");
    assertThat(settings.host()).isEqualTo("127.0.0.1");
  }

  @Test
  void aPortThatIsNoneIsSaidInWords() {
    assertThatThrownBy(() -> BrokerMain.settings(new String[] {"--port=kafka"}, Map.of()))
        .hasMessage("port 'kafka' is not a number");
    assertThatThrownBy(() -> BrokerMain.settings(new String[] {"--port=70000"}, Map.of()))
        .hasMessage("port 70000 is not between 0 and 65535");
  }
}
