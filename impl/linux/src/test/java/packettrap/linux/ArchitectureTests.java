package packettrap.linux;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
  private static final JavaClasses BRIDGE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("packettrap.linux");

  @Test
  void the_import_is_not_empty() {
    assertTrue(BRIDGE.contain(LinuxDevice.class));
    assertTrue(BRIDGE.size() > 20, "only " + BRIDGE.size() + " classes were imported");
  }

  @Test
  void the_bridge_depends_on_specification_wire_and_jna() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "packettrap.linux..",
            "packettrap.wire..",
            "packettrap.spec..",
            "com.sun.jna..",
            "java..")
        .check(BRIDGE);
  }

  @Test
  void only_the_classes_with_system_calls_know_jna() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.Native(Batch|Socket|Thread).*")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.sun.jna..")
        .check(BRIDGE);
  }

  @Test
  void the_socket_does_not_know_what_is_said_nor_the_kernel_who_asks() {
    noClasses()
        .that()
        .resideInAPackage("packettrap.linux.netlink..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("packettrap.linux", "packettrap.linux.kernel..")
        .check(BRIDGE);
    noClasses()
        .that()
        .resideInAPackage("packettrap.linux.kernel..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("packettrap.linux")
        .check(BRIDGE);
  }
}
