package cn.jianfu.report;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The district's read side and its own hand, as a service of its own. */
@SpringBootApplication(proxyBeanMethods = false)
public class ReportGatewayApplication {

  /** The service with its own configuration file, to be run alone or beside others in one JVM. */
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(ReportGatewayApplication.class)
        .properties("spring.config.name=report")
        .web(WebApplicationType.REACTIVE);
  }

  static void main(String[] args) {
    SpringApplication application = builder().build();
    application.run(args);
  }
}
