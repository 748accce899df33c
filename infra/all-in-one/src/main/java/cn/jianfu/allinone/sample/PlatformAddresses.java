package cn.jianfu.allinone.sample;

import java.net.URI;

/** Where the parts of a platform are reached. */
public record PlatformAddresses(URI gateway, URI group, URI identity) {

  URI gatewayApi(String path) {
    return gateway.resolve("/api/v1/" + path);
  }

  URI groupApi(String path) {
    return group.resolve("/api/v1/" + path);
  }
}
