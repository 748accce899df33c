package cn.jianfu.load.noop;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A service with the platform's doors and nothing behind them. */
@SpringBootApplication(
    proxyBeanMethods = false,
    excludeName = {
      "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
      "org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration"
    })
public final class NoopApplication {

  private NoopApplication() {}

  static void main(String[] arguments) {
    new SpringApplicationBuilder(NoopApplication.class)
        .properties("spring.config.name=noop")
        .web(WebApplicationType.REACTIVE)
        .run(arguments);
    System.out.println("no-op is ready");
  }
}
