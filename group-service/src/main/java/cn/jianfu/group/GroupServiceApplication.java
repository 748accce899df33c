package cn.jianfu.group;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts group-service, alone or inside a bigger runtime. */
@SpringBootApplication(proxyBeanMethods = false)
public final class GroupServiceApplication {

  private GroupServiceApplication() {}

  /** The service, not started; its configuration file is {@code group.yml}. */
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(GroupServiceApplication.class)
        .properties("spring.config.name=group")
        .web(WebApplicationType.REACTIVE);
  }

  public static void main(String[] args) {
    builder().run(args);
  }
}
