package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories of profiles that a user made. */
class UserProfilesTests {
    private static final String V604H = "CX8100_WEC7_LF_v604h_TC31_B4022.20";

    @TempDir
    private Path folder;

    @TempDir
    private Path other;

    @Test
    void theirProfilesAreNamedAsImagesAre() throws Exception {
        write(folder, "a.yaml", V604H, "PLANT_7");
        write(other, "b.yml", V604H, "LINE_3");

        ProfileCatalog catalog = ProfileCatalog.with(List.of(folder, other));

        assertThat(catalog.names())
                .startsWith(V604H)
                .endsWith("PLANT_7", "LINE_3")
                .hasSize(ProfileCatalog.bundled().names().size() + 2);
        assertThat(catalog.find("plant").image()).isEqualTo("PLANT_7");
        assertThat(catalog.isUsers("PLANT_7")).isTrue();
        assertThat(catalog.isUsers(V604H)).isFalse();
        assertThat(catalog.warnings()).isEmpty();
    }

    @Test
    void aProfileExtendsAnotherOfTheUsers() throws Exception {
        write(folder, "a.yaml", "PLANT", "PLANT_7");
        write(other, "b.yaml", V604H, "PLANT");
        Path alone = write(folder, "c.txt", "PLANT_7", "ALONE");

        ProfileCatalog catalog = ProfileCatalog.with(List.of(folder, other));

        assertThat(catalog.find("PLANT_7").firewall())
                .isEqualTo(ProfileCatalog.bundled().find(V604H).firewall());
        assertThat(ProfileReader.read(alone, catalog).image()).isEqualTo("ALONE");
        assertThat(catalog.names()).doesNotContain("ALONE");
    }

    @Test
    void theCardStillHasTheFileOfTheImageThatTheyAreMadeFrom() throws Exception {
        write(folder, "a.yaml", "PLANT", "PLANT_7");
        write(folder, "b.yaml", V604H, "PLANT");
        write(folder, "c.yaml", "Beckhoff_WEC7", "UNKNOWN");

        ProfileCatalog catalog = ProfileCatalog.with(List.of(folder));

        assertThat(catalog.find("PLANT_7").storage().files())
                .isEqualTo(ProfileCatalog.bundled().find(V604H).storage().files())
                .contains("\\Hard Disk\\" + V604H);
        assertThat(catalog.find("UNKNOWN").storage().files()).noneMatch(file -> file.contains("{"));
    }

    @Test
    void whatDoesNotGoWithTheImageTheyAreMadeFromIsTheirMistakeNotTheImages() throws Exception {
        Path profile = folder.resolve("a.yaml");
        Files.writeString(profile, """
                image: {name: FLASH}
                extends: Beckhoff_CE
                evidence: {grade: unknown, note: a test}
                storage: {card: '\\Flash'}
                """);

        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> ProfileReader.read(profile))
                .satisfies(e -> assertThat(e.mistakes()).singleElement().satisfies(mistake -> assertThat(mistake)
                        .startsWith(profile + ":2:10: extends: what this profile changes doesn't go with what it takes"
                                + " over: with ")
                        .contains(" values, the first of them at Beckhoff_CE.yaml:")
                        .endsWith("list '\\Hard Disk' first")))
                .satisfies(e -> assertThat(e.report()).contains("    extends: Beckhoff_CE"));
    }

    @Test
    void mistakesInAProfileOfTheirsThatAnotherExtendsAreShownThere() throws Exception {
        write(folder, "a.yaml", "PLANT", "PLANT_7");
        Path plant = write(folder, "b.yaml", V604H, "PLANT");
        Files.writeString(plant, Files.readString(plant) + "ftp: {idle-timeout: never}\n");

        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> ProfileCatalog.with(List.of(folder)).find("PLANT_7"))
                .satisfies(e -> assertThat(e.mistakes()).singleElement().satisfies(mistake -> assertThat(mistake)
                        .startsWith(plant + ":")));
    }

    @Test
    void twoProfilesOfOneNameAreRefusedWithBothFiles() throws Exception {
        Path first = write(folder, "a.yaml", V604H, "PLANT");
        Path second = write(other, "b.yaml", V604H, "plant");

        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> ProfileCatalog.with(List.of(folder, other)))
                .withMessage(
                        second + ": its name, 'plant', is that of " + first + "; rename one of the two (image: name)");
    }

    @Test
    void aNameOfTheCatalogueIsTaken() throws Exception {
        Path file = write(folder, "a.yaml", V604H, V604H);

        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> ProfileCatalog.with(List.of(folder)))
                .withMessageStartingWith(file + ": its name, '" + V604H + "', is that of an image that comes with");
    }

    @Test
    void aBrokenFileIsAWarningUntilItIsAskedFor() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "image: {name: X\n");
        Path nameless = Files.writeString(folder.resolve("nameless.yaml"), "image: {synthetic: true}\n");
        Path binary = Files.write(folder.resolve("z.yaml"), "\u00e4".getBytes(StandardCharsets.ISO_8859_1));
        write(folder, "good.yaml", V604H, "PLANT");

        ProfileCatalog catalog = ProfileCatalog.with(List.of(folder));

        assertThat(catalog.warnings())
                .hasSize(3)
                .anyMatch(warning -> warning.startsWith(broken + ":2:1: broken YAML: "))
                .contains(nameless + ": can't be used: image has no name; wec7emu validate tells more")
                .anyMatch(warning -> warning.startsWith(binary + ":1:1: this isn't UTF-8"));
        assertThat(catalog.find("PLANT").image()).isEqualTo("PLANT");
        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> catalog.find("broken"))
                .withMessageStartingWith(broken + ":2:1: broken YAML: ");
    }

    @Test
    void aMistakeIsReportedInTheUsersFile() throws Exception {
        write(folder, "a.yaml", "PLANT", "PLANT_7");
        Path base = write(folder, "b.yaml", V604H, "PLANT");
        Files.writeString(base, Files.readString(base) + "fptp: 1\n");

        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> ProfileCatalog.with(List.of(folder)).find("PLANT_7"))
                .satisfies(refused -> assertThat(refused.report())
                        .containsExactly(
                                base + ":4:1: unknown key 'fptp'; did you mean 'ftp'?", "    fptp: 1", "    ^^^^"));
    }

    @Test
    void aDirectoryThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing");

        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> ProfileCatalog.with(List.of(missing)))
                .withMessage("profiles directory " + missing + ": there is no such directory");
    }

    private static Path write(Path folder, String file, String base, String name) throws IOException {
        return Files.writeString(
                folder.resolve(file),
                "extends: " + base + "\nevidence: {grade: unknown, note: a test}\nimage: {name: " + name + "}\n");
    }
}
