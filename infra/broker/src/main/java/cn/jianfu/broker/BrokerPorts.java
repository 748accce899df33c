package cn.jianfu.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The two ports of one node: clients connect to the first, the node itself to the second. */
record BrokerPorts(int clients, int controller) {

  /** Both are found while both are held, so that they differ. */
  static BrokerPorts find(String host, int wanted) {
    try (ServerSocket clients = bind(host, wanted);
        ServerSocket controller = bind("127.0.0.1", 0)) {
      return new BrokerPorts(clients.getLocalPort(), controller.getLocalPort());
    } catch (IOException failure) {
      throw new BrokerException(
          "port "
              + wanted
              + " on "
              + host
              + " cannot be used for the broker ("
              + failure.getMessage()
              + "); stop what uses it or choose another port",
          failure);
    }
  }

  private static ServerSocket bind(String host, int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    // As Kafka binds: a port in TIME_WAIT after a restart is free, one with a listener is not.
    socket.setReuseAddress(true);
    try {
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return socket;
    } catch (IOException failure) {
      socket.close();
      throw failure;
    }
  }
}
