package packettrap.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
  private static final JavaClasses KIT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("packettrap.conformance");

  private static final String LEARNING = ".*\\.exhaustive\\.Learning(\\$.*)?";

  @Test
  void the_import_is_not_empty() {
    assertTrue(KIT.size() > 30, "only " + KIT.size() + " classes were imported");
  }

  @Test
  void the_kit_depends_on_specification_reference_and_explorer() {
    classes()
        .that()
        .resideOutsideOfPackage("packettrap.conformance.junit..")
        .and()
        .haveNameNotMatching(LEARNING)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "packettrap.spec..",
            "packettrap.reference..",
            "packettrap.explorer..",
            "packettrap.conformance..")
        .check(KIT);
  }

  @Test
  void only_learning_knows_the_library_that_learns() {
    noClasses()
        .that()
        .haveNameNotMatching(LEARNING)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("de.learnlib..", "net.automatalib..")
        .check(KIT);
  }

  @Test
  void only_complete_suites_know_the_explorer() {
    noClasses()
        .that()
        .resideOutsideOfPackage("packettrap.conformance.exhaustive..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("packettrap.explorer..")
        .check(KIT);
  }

  @Test
  void only_the_edge_knows_jqwik() {
    noClasses()
        .that()
        .resideOutsideOfPackage("packettrap.conformance.junit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("net.jqwik..", "org.junit..", "packettrap.conformance.junit..")
        .check(KIT);
  }

  @Test
  void the_engine_does_not_know_the_broken_devices() {
    noClasses()
        .that()
        .resideInAPackage("packettrap.conformance.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("packettrap.conformance.broken..")
        .check(KIT);
  }

  @Test
  void the_report_depends_on_the_specification_alone() {
    classes()
        .that()
        .resideInAPackage("packettrap.conformance.report..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "packettrap.spec..", "packettrap.conformance.report..")
        .check(KIT);
  }
}
