package cn.jianfu.group.register;

import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.messaging.job.JobLease;
import cn.jianfu.web.imports.FileLimits;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

  @Bean
  ImportStore importStore(MongoDatabase database) {
    return new ImportStore(database);
  }

  @Bean
  Imports imports(
      ImportStore store,
      WorkGroups groups,
      Reference reference,
      DistrictClock clock,
      FileLimits limits) {
    return new Imports(store, groups, reference, clock, limits);
  }

  @Bean
  ImportSweep importSweep(Imports imports, ImportStore store, JobLease lease) {
    return new ImportSweep(imports, store, lease, InstantSource.system());
  }
}
