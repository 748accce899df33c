package cn.jianfu.group.register;

import cn.jianfu.contracts.group.RegisterImportedV1;
import cn.jianfu.group.access.Access;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.runtime.Indexes;
import cn.jianfu.messaging.aggregate.AggregateSettings;
import cn.jianfu.messaging.aggregate.MongoAggregateStore;
import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.messaging.aggregate.Restated;
import cn.jianfu.messaging.aggregate.StateMapping;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportedRegistersConfiguration {

  private static final String COLLECTION = "imported_registers";

  @Bean
  MongoAggregateStore<ImportedRegister> importedRegisterStore(
      MongoDatabase database, OutboxRelay relay) {
    return new MongoAggregateStore<>(
        database,
        COLLECTION,
        StateMapping.identity(ImportedRegister.class),
        AggregateSettings.defaults(),
        relay);
  }

  @Bean
  Indexes importedRegisterIndexes(MongoAggregateStore<ImportedRegister> importedRegisterStore) {
    return () -> importedRegisterStore.ensureIndexes(List.of());
  }

  @Bean
  Restated<ImportedRegister> importedRegistersRestated(
      MongoAggregateStore<ImportedRegister> importedRegisterStore) {
    return new Restated<>(
        COLLECTION,
        importedRegisterStore,
        List.of(RegisterImportedV1.class),
        it -> List.of(it.state().published()));
  }

  @Bean
  ImportedRegisters importedRegisters(
      MongoAggregateStore<ImportedRegister> importedRegisterStore,
      Access access,
      Reference reference,
      DistrictClock clock,
      Origins origins) {
    return new ImportedRegisters(importedRegisterStore, access, reference, clock, origins);
  }
}
