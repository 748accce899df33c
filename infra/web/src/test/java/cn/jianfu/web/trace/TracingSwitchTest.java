package cn.jianfu.web.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class TracingSwitchTest {

  @ParameterizedTest
  @CsvSource({
    "'',                                    false, false",
    "'',                                    true,  false",
    "http://traces.invalid:4318/v1/traces,  false, true",
    "http://traces.invalid:4318/v1/traces,  true,  false",
    "http://localhost:4318/v1/traces,       true,  true",
    "traces:4318/v1/traces,                 true,  false",
    "not an address,                        true,  false"
  })
  void spansAreSentWhereSomebodyIsToTakeThem(String endpoint, boolean ifKnown, boolean on) {
    var environment =
        new MockEnvironment()
            .withProperty("jianfu.traces.endpoint", endpoint)
            .withProperty("jianfu.traces.if-known", String.valueOf(ifKnown));

    new TracingSwitch().postProcessEnvironment(environment, new SpringApplication());

    assertThat(TracingSwitch.isOn(environment)).isEqualTo(on);
    assertThat(environment.getProperty("management.tracing.export.enabled"))
        .isEqualTo(String.valueOf(on));
  }
}
