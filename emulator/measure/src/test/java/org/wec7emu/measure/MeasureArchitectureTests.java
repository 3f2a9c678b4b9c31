package org.wec7emu.measure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The floor between a device and the command line. */
class MeasureArchitectureTests {
    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.wec7emu");
    }

    @Test
    void theClientKnowsNothingOfTheEmulator() {
        classes()
                .that()
                .resideInAPackage("org.wec7emu.measure.client..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.wec7emu.measure.client..", "java..", "org.jspecify..")
                .check(house);
    }

    @Test
    void nothingBelowKnowsOfMeasuring() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.wec7emu.measure..", "org.wec7emu.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.wec7emu.measure..")
                .check(house);
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching("org.wec7emu.(**)").should().beFreeOfCycles().check(house);
    }

    @Test
    void itsPackagesSayWhatMayBeNull() {
        assertThat(house.stream()
                        .filter(type -> type.getPackageName().startsWith("org.wec7emu.measure"))
                        .map(type -> type.getPackage())
                        .distinct()
                        .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName))
                .isEmpty();
    }
}
