package packettrap.runner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/** The runner knows the kit, the wire and the specification; a driver it knows only by its jar. */
class ArchitectureTests {
  private static final JavaClasses RUNNER =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("packettrap.runner");

  @Test
  void there_are_classes_to_look_at() {
    assertTrue(RUNNER.contain(Main.class));
    assertTrue(RUNNER.stream().noneMatch(type -> type.getSimpleName().endsWith("Tests")));
  }

  @Test
  void the_runner_depends_on_the_kit_the_wire_the_specification_and_three_libraries() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "packettrap.runner..",
            "packettrap.conformance..",
            "packettrap.wire..",
            "packettrap.spec..",
            "picocli..",
            "org.objectweb.asm..",
            "org.jline..",
            "java..",
            "javax.xml.stream..")
        .check(RUNNER);
  }

  @Test
  void only_the_file_of_alerts_knows_the_wire() {
    noClasses()
        .that()
        .resideOutsideOfPackage("packettrap.runner.alerts..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("packettrap.wire..")
        .check(RUNNER);
  }

  @Test
  void what_loads_a_driver_does_not_know_the_report_nor_the_reverse() {
    SlicesRuleDefinition.slices()
        .matching("packettrap.runner.(*)..")
        .should()
        .notDependOnEachOther()
        .check(RUNNER);
  }
}
