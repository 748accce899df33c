package cn.jianfu.group;

import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;

/** Several instances in one JVM: closing one of them leaves the others their threads. */
class OwnEventLoops {

  @Bean
  ReactorResourceFactory reactorResourceFactory() {
    var own = new ReactorResourceFactory();
    own.setUseGlobalResources(false);
    return own;
  }
}
