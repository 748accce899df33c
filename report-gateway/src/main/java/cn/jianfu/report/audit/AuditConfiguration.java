package cn.jianfu.report.audit;

import cn.jianfu.messaging.inbound.InboundHandler;
import cn.jianfu.report.start.StartStep;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

  @Bean
  AuditLog auditLog(MongoDatabase database) {
    return new AuditLog(database);
  }

  @Bean
  @Order(StartStep.INDEXES)
  StartStep auditIndexes(AuditLog log) {
    return log::ensureIndexes;
  }

  @Bean
  Consumer<Message<List<byte[]>>> auditedGroupEvents(InboundHandler handler, AuditLog log) {
    return handler.batch(log::heard);
  }

  @Bean
  Consumer<Message<List<byte[]>>> auditedReference(InboundHandler handler, AuditLog log) {
    return handler.batch(log::heard);
  }

  @Bean
  Consumer<Message<List<byte[]>>> auditedEvents(InboundHandler handler, AuditLog log) {
    return handler.batch(log::heard);
  }
}
