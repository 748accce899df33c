package cn.jianfu.group.judgement;

import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.finding.Findings;
import cn.jianfu.group.workgroup.Confirmations;
import cn.jianfu.messaging.EventNames;
import cn.jianfu.messaging.inbound.InboundDecoder;
import cn.jianfu.messaging.inbound.InboundHandler;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class JudgementConfiguration {

  // One batch of replacements; the store answers in milliseconds or not at all.
  private static final Duration ONE_BATCH = Duration.ofSeconds(20);

  @Bean
  Judgements judgements(MongoDatabase database) {
    return new Judgements(database);
  }

  @Bean
  Consumer<Message<List<byte[]>>> groupJudgements(
      EventNames names, MeterRegistry meters, Judgements judgements) {
    return new InboundHandler(new InboundDecoder(names, meters), ONE_BATCH).batch(judgements::take);
  }

  @Bean
  Confirmations confirmations(Judgements judgements, Findings findings, DistrictClock clock) {
    return new ConfirmedFindings(judgements, findings, clock);
  }

  @Bean
  Dismissals dismissals(Judgements judgements, Findings findings) {
    return new Dismissals(judgements, findings);
  }
}
