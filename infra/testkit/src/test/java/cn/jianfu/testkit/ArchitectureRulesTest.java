package cn.jianfu.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule is broken once on purpose. */
class ArchitectureRulesTest {

  private static final String ROOT = "cn.jianfu.testkit.bad";

  private final JavaClasses bad = new ClassFileImporter().importPackages(ROOT);
  private final JavaClasses good = new ClassFileImporter().importPackages("cn.jianfu.contracts");

  @Test
  void aDomainThatUsesAFrameworkBreaksTheBuild() {
    breaks(ArchitectureRules.domainsArePure(ROOT));
  }

  @Test
  void aPublicBeanBreaksTheBuild() {
    breaks(ArchitectureRules.beansArePackagePrivate());
  }

  @Test
  void anInjectedFieldBreaksTheBuild() {
    breaks(ArchitectureRules.nothingIsInjectedIntoFields());
  }

  @Test
  void aClockThatIsReadBreaksTheBuild() {
    breaks(ArchitectureRules.timeAndChanceComeFromConfiguration());
  }

  @Test
  void aRuleThatMatchesNothingBreaksTheBuild() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> ArchitectureRules.domainsArePure("cn.jianfu.nowhere").check(good));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> ArchitectureRules.checkService("nowhere"));
  }

  @Test
  void infraHolds() {
    for (String module : List.of("contracts", "store", "broker", "messaging", "testkit")) {
      assertThatCode(() -> ArchitectureRules.checkInfra(module)).doesNotThrowAnyException();
    }
  }

  private void breaks(ArchRule rule) {
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rule.check(bad));
  }
}
