package org.wec7emu.junit.jupiter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The extension needs nothing of JUnit but what all versions have, and AssertJ for its assertions only. */
class KitArchitectureTests {
    @Test
    void needs_only_the_api_of_junit() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.junit.jupiter.api..",
                        "org.junit.platform.commons.support..",
                        "org.opentest4j..",
                        "org.assertj.core.api..",
                        "org.wec7emu..",
                        "org.jspecify..",
                        "java..")
                .check(house());
    }

    @Test
    void needs_assertj_for_the_assertions_only() {
        classes()
                .that()
                .haveSimpleNameNotContaining("DeviceAssert")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("org.assertj..")
                .check(house());
    }

    private static com.tngtech.archunit.core.domain.JavaClasses house() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.wec7emu.junit");
    }
}
