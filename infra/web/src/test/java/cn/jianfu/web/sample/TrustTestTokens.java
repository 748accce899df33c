package cn.jianfu.web.sample;

import cn.jianfu.testkit.TestTokens;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

class TrustTestTokens implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(TestTokens.shared().properties()).applyTo(context);
  }
}
