package cn.jianfu.report.group;

import cn.jianfu.report.finding.FindingDesk;
import cn.jianfu.report.readside.ReadSides;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GroupServiceProperties.class)
class GroupConfiguration {

  /** A history of years is some hundred kilobytes. */
  private static final int LARGEST_ANSWER = 2 << 20;

  /**
   * 200,000 ids of findings, and every rule in 1,600 towns, are some 15 MB. group-service makes one
   * trial at a time, so that there is one such answer.
   */
  private static final int LARGEST_TRIAL = 24 << 20;

  /** The rows that stand and what is said of the others, of 20,000 rows. */
  private static final int LARGEST_IMPORT = 16 << 20;

  @Bean
  GroupDrillDown groupDrillDown(
      ReadSides readSides, FindingDesk findings, GroupServiceProperties properties) {
    return new GroupDrillDown(readSides, findings, new GroupServiceClient(client(), properties));
  }

  @Bean
  SelfCheckLists selfCheckLists(GroupServiceProperties properties) {
    return new SelfCheckLists(client(), properties);
  }

  @Bean
  RuleTrials ruleTrials(GroupServiceProperties properties) {
    return new RuleTrials(client(LARGEST_TRIAL), properties);
  }

  @Bean
  RegisterImports registerImports(GroupServiceProperties properties) {
    return new RegisterImports(client(LARGEST_IMPORT), properties);
  }

  @Bean
  MergePlans mergePlans(GroupServiceProperties properties) {
    return new MergePlans(client(), properties);
  }

  @Bean
  UnjudgedGroups unjudgedGroups(GroupServiceProperties properties) {
    return new UnjudgedGroups(client(), properties);
  }

  @Bean
  SecrecyWords secrecyWords(GroupServiceProperties properties) {
    return new SecrecyWords(client(), properties);
  }

  @Bean
  GroupOrders groupOrders(GroupServiceProperties properties) {
    return new GroupOrders(client(), properties);
  }

  private static WebClient client() {
    return client(LARGEST_ANSWER);
  }

  private static WebClient client(int largest) {
    return WebClient.builder()
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(largest))
        .build();
  }
}
