package cn.jianfu.group.access;

import cn.jianfu.group.reference.Reference;
import cn.jianfu.web.problem.ProblemBundle;
import org.bson.types.ObjectId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  @Bean
  Access access(Reference reference) {
    return new Access(reference);
  }

  @Bean
  UniqueKeys uniqueKeys() {
    return () -> new ObjectId().toHexString();
  }

  @Bean
  Origins origins(UniqueKeys keys) {
    return new Origins(keys);
  }

  @Bean
  ProblemBundle groupProblems() {
    return new ProblemBundle("cn.jianfu.group.problems");
  }
}
