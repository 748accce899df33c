package cn.jianfu.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The architecture as rules that a build can break. A rule that finds nothing to look at fails:
 * ArchUnit's default, kept on purpose.
 */
public final class ArchitectureRules {

  private static final Set<String> SERVICES = Set.of("group", "form", "vote", "report");
  private static final String SPRING_BEAN = "org.springframework.stereotype.Component";
  private static final String CONFIGURATION =
      "org.springframework.context.annotation.Configuration";
  private static final String APPLICATION =
      "org.springframework.boot.autoconfigure.SpringBootApplication";

  private ArchitectureRules() {}

  /**
   * Checks a service against all rules.
   *
   * @param name its package below {@code cn.jianfu}, for example {@code group}
   */
  public static void checkService(String name) {
    var root = "cn.jianfu." + name;
    check(
        root,
        domainsArePure(root),
        serviceKnowsNoOther(name),
        beansArePackagePrivate(),
        nothingIsInjectedIntoFields(),
        timeAndChanceComeFromConfiguration());
  }

  /**
   * Checks a module of infra.
   *
   * @param name its package below {@code cn.jianfu}, for example {@code web}
   */
  public static void checkInfra(String name) {
    check("cn.jianfu." + name, infraKnowsNoService(), nothingIsInjectedIntoFields());
  }

  /**
   * Checks an application of infra that knows nothing else of the platform.
   *
   * @param name its package below {@code cn.jianfu}, for example {@code identity}
   */
  public static void checkStandalone(String name) {
    check(
        "cn.jianfu." + name,
        standsAlone(name),
        packagesHaveNoCycles(),
        publicBeansAreUsedElsewhere(),
        nothingIsInjectedIntoFields(),
        timeAndChanceComeFromConfiguration());
  }

  /**
   * Checks a module that runs the applications as they are.
   *
   * @param name its package below {@code cn.jianfu}, for example {@code allinone}
   */
  public static void checkRuntime(String name) {
    check(
        "cn.jianfu." + name,
        applicationsAreNotReachedInto(),
        packagesHaveNoCycles(),
        nothingIsInjectedIntoFields());
  }

  /** A domain may use the JDK, annotations for null, and the domains of its own service. */
  public static ArchRule domainsArePure(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..domain..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify..", root + "..domain.."));
  }

  /** Services talk through events and HTTP, never through each other's classes. */
  public static ArchRule serviceKnowsNoOther(String name) {
    var others =
        SERVICES.stream()
            .filter(other -> !other.equals(name))
            .map(other -> "cn.jianfu." + other + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage("cn.jianfu." + name + "..")
        .should()
        .dependOnClassesThat(resideInAnyPackage(others));
  }

  /** What is in infra could be in another organisation's system. */
  public static ArchRule infraKnowsNoService() {
    var services =
        SERVICES.stream().map(service -> "cn.jianfu." + service + "..").toArray(String[]::new);
    return noClasses().should().dependOnClassesThat(resideInAnyPackage(services));
  }

  /** It could run in a system that has none of the platform's other modules. */
  public static ArchRule standsAlone(String name) {
    return noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("cn.jianfu..")
                .and(resideOutsideOfPackage("cn.jianfu." + name + "..")));
  }

  /** Of an application one sees the class that starts it, and the words of its domains. */
  public static ArchRule applicationsAreNotReachedInto() {
    var applications =
        Stream.concat(SERVICES.stream(), Stream.of("identity"))
            .map(name -> "cn.jianfu." + name + "..")
            .toArray(String[]::new);
    return noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(applications)
                .and(not(simpleNameEndingWith("Application")))
                .and(resideOutsideOfPackage("..domain..")));
  }

  /** What a package needs does not need it in turn. */
  public static ArchRule packagesHaveNoCycles() {
    return SlicesRuleDefinition.slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();
  }

  /** A bean is public only where another package uses it. */
  public static ArchRule publicBeansAreUsedElsewhere() {
    return classes()
        .that()
        .areMetaAnnotatedWith(SPRING_BEAN)
        .and()
        .areNotMetaAnnotatedWith(CONFIGURATION)
        .and()
        .arePublic()
        .should(new UsedElsewhere());
  }

  /** Beans are an affair of their package; others see interfaces, records and the domain. */
  public static ArchRule beansArePackagePrivate() {
    return classes()
        .that()
        .areMetaAnnotatedWith(SPRING_BEAN)
        .and()
        .areNotAnnotatedWith(APPLICATION)
        .should()
        .notBePublic();
  }

  /** What a class needs stands in its constructor. */
  public static ArchRule nothingIsInjectedIntoFields() {
    return fields()
        .should()
        .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .andShould()
        .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
        .andShould()
        .notBeAnnotatedWith("jakarta.inject.Inject")
        .andShould()
        .notBeAnnotatedWith("jakarta.annotation.Resource");
  }

  /** Only configuration reads clocks and throws dice; all else is given time and ids. */
  public static ArchRule timeAndChanceComeFromConfiguration() {
    return noClasses()
        .that()
        .areNotMetaAnnotatedWith(CONFIGURATION)
        .should()
        .accessTargetWhere(ClockOrDice.isRead());
  }

  private static void check(String root, ArchRule... rules) {
    var classes = classesOf(root);
    var broken = new ArrayList<AssertionError>();
    for (var rule : rules) {
      try {
        rule.check(classes);
      } catch (AssertionError e) {
        broken.add(e);
      }
    }
    if (!broken.isEmpty()) {
      var all = new AssertionError(String.join("\n\n", messagesOf(broken)));
      broken.forEach(all::addSuppressed);
      throw all;
    }
  }

  static JavaClasses classesOf(String root) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(root);
  }

  private static List<String> messagesOf(List<AssertionError> errors) {
    return errors.stream().map(e -> String.valueOf(e.getMessage())).toList();
  }
}
