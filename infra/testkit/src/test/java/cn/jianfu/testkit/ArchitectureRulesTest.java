package cn.jianfu.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jianfu.testkit.bad.chance.Chances;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule is broken once on purpose. */
class ArchitectureRulesTest {

  private static final String ROOT = "cn.jianfu.testkit.bad";

  private final JavaClasses bad = new ClassFileImporter().importPackages(ROOT);
  private final JavaClasses none = new ClassFileImporter().importPackages("cn.jianfu.nowhere");
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
  void aPublicBeanThatNobodyElseUsesBreaksTheBuild() {
    breaks(ArchitectureRules.publicBeansAreUsedElsewhere());
  }

  @Test
  void packagesThatNeedEachOtherBreakTheBuild() {
    breaks(ArchitectureRules.packagesHaveNoCycles());
  }

  @Test
  void reachingIntoAServiceBreaksTheBuild() {
    breaks(ArchitectureRules.infraKnowsNoService());
    breaks(ArchitectureRules.applicationsAreNotReachedInto());
    breaks(ArchitectureRules.serviceKnowsNoOther("testkit.bad"));
    breaks(ArchitectureRules.standsAlone("testkit.bad"));
  }

  @ParameterizedTest
  @MethodSource("chances")
  void everyWayToReadAClockOrThrowDiceBreaksTheBuild(Class<?> chance) {
    assertThat(chanceIn(chance).hasViolation()).isTrue();
  }

  @Test
  void whatIsAFunctionOfItsArgumentsIsNoChance() {
    assertThat(chanceIn(Chances.None.class).getFailureReport().getDetails()).isEmpty();
  }

  @Test
  void aRuleThatMatchesNothingBreaksTheBuild() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> ArchitectureRules.domainsArePure("cn.jianfu.nowhere").check(good));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> ArchitectureRules.checkService("nowhere"));
    for (var rule :
        List.of(
            ArchitectureRules.infraKnowsNoService(),
            ArchitectureRules.applicationsAreNotReachedInto(),
            ArchitectureRules.standsAlone("nowhere"),
            ArchitectureRules.packagesHaveNoCycles(),
            ArchitectureRules.publicBeansAreUsedElsewhere(),
            ArchitectureRules.nothingIsInjectedIntoFields(),
            ArchitectureRules.timeAndChanceComeFromConfiguration())) {
      assertThatExceptionOfType(AssertionError.class)
          .as(rule.getDescription())
          .isThrownBy(() -> rule.check(none));
    }
  }

  @Test
  void infraHolds() {
    for (String module : List.of("contracts", "store", "broker", "messaging", "testkit")) {
      assertThatCode(() -> ArchitectureRules.checkInfra(module)).doesNotThrowAnyException();
    }
  }

  private static Stream<Class<?>> chances() {
    return Arrays.stream(Chances.class.getDeclaredClasses()).filter(it -> it != Chances.None.class);
  }

  private static EvaluationResult chanceIn(Class<?> it) {
    return ArchitectureRules.timeAndChanceComeFromConfiguration()
        .evaluate(new ClassFileImporter().importClasses(it));
  }

  private void breaks(ArchRule rule) {
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rule.check(bad));
  }
}
