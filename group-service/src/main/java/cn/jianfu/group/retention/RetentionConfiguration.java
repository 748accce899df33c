package cn.jianfu.group.retention;

import cn.jianfu.group.access.Origins;
import cn.jianfu.group.staff.StaffOfUnits;
import cn.jianfu.messaging.job.JobLease;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

  @Bean
  Retention retention(StaffOfUnits staff, Origins origins, JobLease lease, MeterRegistry meters) {
    return new Retention(() -> staff.forgetLongGone(origins), lease, meters);
  }
}
