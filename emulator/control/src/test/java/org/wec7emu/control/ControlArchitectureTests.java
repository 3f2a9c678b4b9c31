package org.wec7emu.control;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The floor above the device: HTTP stays in here. */
class ControlArchitectureTests {
    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.wec7emu");
    }

    @Test
    void nobodyElseKnowsHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.wec7emu.control..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.undertow..", "org.xnio..", "com.fasterxml.jackson.jr..", "org.wec7emu.control..")
                .check(house);
    }

    @Test
    void theControlKnowsNoLibraryOfTheFloorsBelow() {
        noClasses()
                .that()
                .resideInAPackage("org.wec7emu.control..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache..", "com.sun.jna..", "org.wec7emu.ftp..", "picocli..")
                .check(house);
    }

    @Test
    void itsPackageSaysWhatMayBeNull() {
        assertThat(house.get(ControlServer.class).getPackage().isAnnotatedWith(NullMarked.class))
                .isTrue();
    }
}
