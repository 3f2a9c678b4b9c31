package org.wec7emu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house: floors, imports only downwards, no circles. */
class ArchitectureTests {
    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.wec7emu");
    }

    @Test
    void seesAllFloors() {
        List<String> packages = house.stream()
                .map(type -> type.getPackageName())
                .distinct()
                .sorted()
                .toList();

        assertThat(packages)
                .contains(
                        "org.wec7emu.check",
                        "org.wec7emu.check.client",
                        "org.wec7emu.device",
                        "org.wec7emu.fault",
                        "org.wec7emu.firewall",
                        "org.wec7emu.ftp",
                        "org.wec7emu.host",
                        "org.wec7emu.journal",
                        "org.wec7emu.path",
                        "org.wec7emu.profile",
                        "org.wec7emu.registry",
                        "org.wec7emu.report",
                        "org.wec7emu.storage");
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching("org.wec7emu.(**)").should().beFreeOfCycles().check(house);
    }

    @Test
    void theFirewallKnowsNothingOfDevices() {
        noClasses()
                .that()
                .resideInAPackage("org.wec7emu.firewall..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.wec7emu.profile..",
                        "org.wec7emu.journal..",
                        "org.wec7emu.path..",
                        "org.wec7emu.host..",
                        "org.wec7emu.storage..",
                        "org.wec7emu.ftp..",
                        "org.wec7emu.device..")
                .check(house);
    }

    @Test
    void aProfileKnowsNothingOfWhatRunsIt() {
        noClasses()
                .that()
                .resideInAPackage("org.wec7emu.profile..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.wec7emu.firewall.enforce..",
                        "org.wec7emu.journal..",
                        "org.wec7emu.path..",
                        "org.wec7emu.host..",
                        "org.wec7emu.storage..",
                        "org.wec7emu.ftp..",
                        "org.wec7emu.device..")
                .check(house);
    }

    @Test
    void aRegistryKnowsNothingOfDevices() {
        classes()
                .that()
                .resideInAPackage("org.wec7emu.registry..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.wec7emu.registry..", "java..", "org.jspecify..")
                .check(house);
    }

    @Test
    void theJournalStandsAlone() {
        noClasses()
                .that()
                .resideInAPackage("org.wec7emu.journal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.wec7emu.host..",
                        "org.wec7emu.path..",
                        "org.wec7emu.storage..",
                        "org.wec7emu.ftp..",
                        "org.wec7emu.device..")
                .check(house);
    }

    @Test
    void aDiagnosisRestsOnTheJournalAndTheProfileOnly() {
        classes()
                .that()
                .resideInAPackage("org.wec7emu.check")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.wec7emu.check",
                        "org.wec7emu.journal",
                        "org.wec7emu.profile",
                        "com.fasterxml.jackson.core..",
                        "java..",
                        "org.jspecify..")
                .check(house);
    }

    @Test
    void aReportKnowsNothingButTheJournal() {
        classes()
                .that()
                .resideInAPackage("org.wec7emu.report..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.wec7emu.report..", "org.wec7emu.journal..", "java..", "org.jspecify..")
                .check(house);
    }

    @Test
    void faultsKnowNothingOfWhatSuffersFromThem() {
        noClasses()
                .that()
                .resideInAPackage("org.wec7emu.fault..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.wec7emu.firewall..",
                        "org.wec7emu.host..",
                        "org.wec7emu.storage..",
                        "org.wec7emu.ftp..",
                        "org.wec7emu.device..")
                .check(house);
    }

    @Test
    void theFtpServerDoesNotKnowItsDevice() {
        noClasses()
                .that()
                .resideInAPackage("org.wec7emu.ftp..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.wec7emu.device..")
                .check(house);
    }

    @Test
    void onlyTheEnforcementCallsTheOperatingSystem() {
        onlyIn("com.sun.jna..", "org.wec7emu.firewall.enforce..");
    }

    @Test
    void onlyHostAndFtpKnowTheFtpLibraries() {
        onlyIn("org.apache..", "org.wec7emu.host..", "org.wec7emu.ftp..");
    }

    @Test
    void nothingHereKnowsTheCommandLine() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "org.wec7emu.cli..")
                .check(house);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        List<String> unmarked = house.stream()
                .map(type -> type.getPackage())
                .distinct()
                .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toList());

        assertThat(unmarked).isEmpty();
    }

    private static void onlyIn(String library, String... packages) {
        classes()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage(library)
                .check(house);
    }
}
