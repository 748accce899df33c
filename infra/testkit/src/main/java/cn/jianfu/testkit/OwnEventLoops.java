package cn.jianfu.testkit;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * Several services in one JVM: closing one of them leaves the others their threads, which Reactor
 * Netty would share and end with the first.
 */
public final class OwnEventLoops
    implements ApplicationContextInitializer<GenericApplicationContext> {

  @Override
  public void initialize(GenericApplicationContext context) {
    context.registerBean(ReactorResourceFactory.class, OwnEventLoops::ofOneService);
  }

  private static ReactorResourceFactory ofOneService() {
    ReactorResourceFactory own = new ReactorResourceFactory();
    own.setUseGlobalResources(false);
    return own;
  }
}
