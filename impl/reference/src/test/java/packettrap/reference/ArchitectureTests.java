package packettrap.reference;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("packettrap.reference");

  @Test
  void the_import_is_not_empty() {
    assertTrue(classes.contain(Mechanism.class));
    assertTrue(classes.size() > 20, "only " + classes.size() + " classes");
  }

  @Test
  void the_reference_depends_on_the_specification_alone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("packettrap.reference..", "packettrap.spec..", "java..")
        .check(classes);
  }

  @Test
  void there_is_no_input_or_output() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..")
        .because("the mechanism is a function; strings and their charset are no I/O")
        .check(classes);
  }

  @Test
  void there_is_no_clock() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.time..")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("time is an input")
        .check(classes);
  }

  @Test
  void there_is_no_randomness() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.random..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.(\\w*Random|concurrent\\.ThreadLocalRandom|UUID)")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.security\\.SecureRandom")
        .orShould()
        .callMethod(Math.class, "random")
        .because("the same requests lead to the same observations")
        .check(classes);
  }

  @Test
  void the_core_does_not_know_its_shell() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Requests")
        .or()
        .haveSimpleName("Mechanism")
        .or()
        .haveSimpleName("Lifecycle")
        .or()
        .haveSimpleName("Registrar")
        .or()
        .haveSimpleName("Alerts")
        .or()
        .haveSimpleName("DropMonitor")
        .or()
        .haveSimpleName("Reports")
        .should()
        .dependOnClassesThat()
        .haveSimpleNameStartingWith("Hosted")
        .orShould()
        .dependOnClassesThat()
        .haveSimpleName("TrapDriver")
        .check(classes);
  }
}
