package org.wec7emu.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The top floor. */
class CliArchitectureTests {
    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.wec7emu");
    }

    @Test
    void onlyTheCommandLineKnowsPicocli() {
        classes()
                .that()
                .resideOutsideOfPackage("org.wec7emu.cli..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("picocli..")
                .check(house);
    }

    @Test
    void nobodyKnowsTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.wec7emu.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.wec7emu.cli..")
                .check(house);
    }

    @Test
    void theCommandLineKnowsNoLibraryOfTheFloorsBelow() {
        noClasses()
                .that()
                .resideInAPackage("org.wec7emu.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache..", "com.sun.jna..")
                .check(house);
    }

    @Test
    void itsPackageSaysWhatMayBeNull() {
        assertThat(house.get(Main.class).getPackage().isAnnotatedWith(NullMarked.class))
                .isTrue();
    }
}
