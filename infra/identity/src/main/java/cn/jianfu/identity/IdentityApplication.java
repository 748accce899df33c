package cn.jianfu.identity;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The issuer as a program of its own, or as one context among others in one JVM. */
@SpringBootConfiguration(proxyBeanMethods = false)
@OnlyWhatIdentityNeeds
@ComponentScan
@ConfigurationPropertiesScan
@EnableScheduling
public class IdentityApplication {

  /** Configured by {@code identity.yml}; the caller decides on ports, shutdown hook and seeds. */
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(IdentityApplication.class)
        .web(WebApplicationType.SERVLET)
        .properties("spring.config.name=identity");
  }

  public static void main(String[] args) {
    builder().run(args);
  }
}
