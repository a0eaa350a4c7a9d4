package packettrap.spec;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The specification depends on nothing but the JDK. */
class ArchitectureTests {
  private static final JavaClasses SPEC =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("packettrap.spec");

  @Test
  void the_import_is_not_empty() {
    assertTrue(SPEC.size() > 50, "only " + SPEC.size() + " classes were imported");
    assertTrue(SPEC.contain("packettrap.spec.device.TrapDriver"));
    assertTrue(SPEC.contain("packettrap.spec.rule.Catalogue"));
  }

  @Test
  void the_specification_depends_on_the_jdk_alone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("packettrap.spec..", "java..")
        .check(SPEC);
  }

  @Test
  void what_a_driver_is_compiled_against_does_not_know_the_rules() {
    noClasses()
        .that()
        .resideOutsideOfPackage("packettrap.spec.rule..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("packettrap.spec.rule..")
        .check(SPEC);
  }
}
