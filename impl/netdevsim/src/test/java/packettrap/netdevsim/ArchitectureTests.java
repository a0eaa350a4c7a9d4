package packettrap.netdevsim;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("packettrap.netdevsim");

  @Test
  void the_import_is_not_empty() {
    assertTrue(classes.contain(NetdevsimDriver.class));
  }

  @Test
  void the_twin_depends_on_the_specification_alone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("packettrap.netdevsim..", "packettrap.spec..", "java..")
        .check(classes);
  }
}
