package cn.jianfu.allinone;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianfu.allinone.LocalSettings.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void aPortThatAnotherProgramHasIsNamed() throws IOException {
    Ports free = Ports.free();
    assertThatCode(free::requireFree).doesNotThrowAnyException();
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ports ports =
          new Ports(
              free.gateway(), free.group(), free.identity(), other.getLocalPort(), free.store());

      assertThatThrownBy(ports::requireFree)
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("Port " + other.getLocalPort() + " on 127.0.0.1 is in use");
    }
  }
}
