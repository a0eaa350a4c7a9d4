package packettrap.wire;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
  private static final JavaClasses WIRE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("packettrap.wire");

  @Test
  void the_import_is_not_empty() {
    assertTrue(WIRE.size() > 15, "only " + WIRE.size() + " classes were imported");
  }

  @Test
  void the_wire_depends_on_the_specification_alone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("packettrap.wire..", "packettrap.spec..", "java..")
        .check(WIRE);
  }

  @Test
  void the_families_do_not_know_each_other() {
    slices().matching("packettrap.wire.(*)..").should().notDependOnEachOther().check(WIRE);
  }

  @Test
  void there_is_no_socket_in_it() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages("java.net..", "java.nio.channels..", "java.nio.file..")
        .check(WIRE);
  }
}
