package cn.jianfu.report.stream;

import cn.jianfu.report.compliance.TownAnnouncements;
import cn.jianfu.report.start.StartStep;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.annotation.Order;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

  @Bean
  TownStream townStream() {
    return new TownStream(InstantSource.system());
  }

  @Bean(destroyMethod = "close")
  ViewsTopic viewsTopic(
      @Value("${spring.kafka.bootstrap-servers}") String brokers,
      @Value("${jianfu.report.views-topic}") String topic,
      TownStream stream) {
    return new ViewsTopic(brokers, topic, stream::tell);
  }

  /** Listeners of this instance hear at once, those of the others by the topic. */
  @Bean
  TownAnnouncements announcements(TownStream stream, ViewsTopic topic) {
    return announcement -> {
      stream.tell(announcement);
      topic.tell(announcement);
    };
  }

  @Bean
  @Order(StartStep.WORKERS)
  StartStep viewsTail(ViewsTopic topic) {
    return () -> Mono.fromRunnable(topic::start);
  }

  /** Open streams would hold a graceful stop for as long as it waits. */
  @Bean
  ApplicationListener<ContextClosedEvent> streamsEnd(TownStream stream) {
    return _ -> stream.end();
  }
}
