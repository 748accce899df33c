package cn.jianfu.report.runtime;

import cn.jianfu.contracts.Topics;
import cn.jianfu.messaging.topic.DeadLetters;
import cn.jianfu.messaging.topic.TopicProvisioner;
import cn.jianfu.messaging.topic.TopicSpec;
import cn.jianfu.report.start.StartStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

  private static final Duration BROKER_STARTS_WITHIN = Duration.ofSeconds(90);

  /** What has been shown is of no use later. */
  private static final Duration VIEWS_LAST = Duration.ofMinutes(10);

  private static final List<String> HEARD =
      List.of(
          Topics.GROUP_EVENTS,
          Topics.GROUP_ACTIVITY,
          Topics.SUPERVISION_REFERENCE,
          Topics.SUPERVISION_EVENTS);

  private static final List<String> AUDITED =
      List.of(Topics.GROUP_EVENTS, Topics.SUPERVISION_REFERENCE, Topics.SUPERVISION_EVENTS);

  @Bean
  @Order(StartStep.TOPICS)
  StartStep topics(
      @Value("${spring.kafka.bootstrap-servers}") String brokers,
      @Value("${jianfu.topics.partitions}") int partitions,
      @Value("${jianfu.report.views-topic}") String views) {
    List<TopicSpec> own = new ArrayList<>();
    own.add(TopicSpec.kept(Topics.SUPERVISION_EVENTS, partitions));
    own.add(TopicSpec.compacted(Topics.SUPERVISION_REFERENCE, 1));
    own.add(TopicSpec.passing(views, 1, VIEWS_LAST));
    HEARD.forEach(topic -> own.addAll(DeadLetters.topics(topic, "report")));
    AUDITED.forEach(topic -> own.addAll(DeadLetters.topics(topic, "report-audit")));
    List<TopicSpec> heard =
        List.of(
            TopicSpec.kept(Topics.GROUP_EVENTS, partitions),
            TopicSpec.kept(Topics.GROUP_ACTIVITY, partitions));
    // The admin client waits for the broker, on a thread that may wait.
    return () ->
        Mono.<Void>fromRunnable(
                () -> new TopicProvisioner(brokers, BROKER_STARTS_WITHIN).provision(own, heard))
            .subscribeOn(Schedulers.boundedElastic());
  }
}
