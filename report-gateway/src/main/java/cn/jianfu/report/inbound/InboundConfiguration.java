package cn.jianfu.report.inbound;

import cn.jianfu.messaging.EventNames;
import cn.jianfu.messaging.inbound.InboundBindings;
import cn.jianfu.messaging.inbound.InboundDecoder;
import cn.jianfu.messaging.inbound.InboundHandler;
import cn.jianfu.report.compliance.TownWork;
import cn.jianfu.report.readside.ReadSides;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.web.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InboundProperties.class)
class InboundConfiguration {

  @Bean
  InboundHandler inboundHandler(
      EventNames names, MeterRegistry meters, InboundProperties properties) {
    return new InboundHandler(new InboundDecoder(names, meters), properties.timeout());
  }

  @Bean
  GroupProjection groupProjection(ReadSides readSides, TownWork work, Traces traces) {
    return new GroupProjection(readSides, work, traces, InstantSource.system());
  }

  @Bean
  Consumer<Message<List<byte[]>>> groupEvents(InboundHandler handler, GroupProjection projection) {
    return handler.batch(projection::heard);
  }

  @Bean
  Consumer<Message<List<byte[]>>> groupActivity(
      InboundHandler handler, GroupProjection projection) {
    return handler.batch(projection::heard);
  }

  @Bean
  Consumer<Message<List<byte[]>>> supervisionReference(
      InboundHandler handler, Reference reference, TownWork work) {
    return handler.batch(new WhenReferenceChangedThenComputeTowns(reference, work)::heard);
  }

  @Bean
  Consumer<Message<List<byte[]>>> supervisionEvents(
      InboundHandler handler, ReadSides readSides, TownWork work) {
    return handler.batch(new WhenFindingHandledThenComputeTown(readSides, work)::heard);
  }

  @Bean
  BatchMessagingMessageConverter batchConverter() {
    return InboundBindings.batchConverter();
  }

  @Bean(destroyMethod = "close")
  DeadLetters deadLetters(@Value("${spring.kafka.bootstrap-servers}") String brokers) {
    return new DeadLetters(brokers);
  }

  @Bean
  ListenerContainerWithDlqAndRetryCustomizer containers(
      DeadLetters deadLetters, InboundProperties properties) {
    return InboundBindings.containers(deadLetters.operations(), properties.patience());
  }
}
