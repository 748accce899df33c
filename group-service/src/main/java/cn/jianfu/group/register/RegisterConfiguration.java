package cn.jianfu.group.register;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.pushes.PushCounter;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.runtime.Indexes;
import cn.jianfu.group.selfcheck.SelfCheckAnswers;
import cn.jianfu.group.workgroup.Orders;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.messaging.job.JobLease;
import cn.jianfu.web.problem.Problems;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

  @Bean
  ImportLog importLog(MongoDatabase database, JsonMapper json) {
    return new ImportLog(database, json);
  }

  @Bean
  Indexes importIndexes(ImportLog log) {
    return log::ensureIndexes;
  }

  @Bean
  RegisterImports registerImports(
      ImportLog log,
      WorkGroups groups,
      Orders orders,
      Reference reference,
      DistrictClock clock,
      Problems texts,
      ImportedRegisters told,
      PushCounter pushes) {
    return new RegisterImports(
        log, groups, orders, reference, clock, texts, told, new RegisterArrivals(pushes));
  }

  @Bean
  ImportUndos importUndos(
      ImportLog log,
      WorkGroups groups,
      Orders orders,
      SelfCheckAnswers answers,
      DistrictClock clock,
      Problems texts) {
    return new ImportUndos(log, groups, orders, answers, clock, texts);
  }

  @Bean
  ImportsOfCallers importsOfCallers(ImportLog log, Access access, Reference reference) {
    return new ImportsOfCallers(log, access, reference);
  }

  @Bean
  ImportsForgetting importsForgetting(
      ImportLog log,
      RegisterImports imports,
      ImportUndos undos,
      PersonRefs people,
      Reference reference) {
    return new ImportsForgetting(log, new UnderWay(log, imports, undos), people, reference);
  }

  @Bean
  ImportSweep importSweep(
      ImportLog log,
      RegisterImports imports,
      ImportUndos undos,
      MongoDatabase database,
      DistrictClock clock) {
    return new ImportSweep(
        log, imports, undos, new JobLease(database, InstantSource.system()), clock);
  }
}
