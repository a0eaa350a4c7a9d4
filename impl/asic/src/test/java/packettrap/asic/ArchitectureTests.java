package packettrap.asic;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("packettrap.asic");

  @Test
  void the_import_is_not_empty() {
    assertTrue(classes.contain(AsicDriver.class));
    assertTrue(classes.size() > 20, "only " + classes.size() + " classes");
  }

  @Test
  void the_switch_depends_on_the_specification_alone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("packettrap.asic..", "packettrap.spec..", "java..")
        .check(classes);
  }

  @Test
  void stages_do_not_depend_on_each_other_in_a_circle() {
    slices().matching("packettrap.asic.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void no_stage_depends_on_the_pipeline() {
    noClasses()
        .that()
        .resideInAPackage("packettrap.asic.*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("packettrap.asic")
        .check(classes);
  }
}
