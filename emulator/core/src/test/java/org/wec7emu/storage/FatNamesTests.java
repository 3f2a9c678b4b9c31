package org.wec7emu.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.profile.StorageProfile.BeyondCodePage;
import org.wec7emu.profile.StorageProfile.DosDevices;
import org.wec7emu.profile.StorageProfile.NameRules;
import org.wec7emu.profile.StorageProfile.Trailing;
import org.wec7emu.storage.FileArea.Entry;

/** Which names of clients and of the host a device has. */
class FatNamesTests {
    private static final NameRules STRICT =
            new NameRules(Trailing.REFUSED, DosDevices.REFUSED, BeyondCodePage.LEFT_OUT);

    @TempDir
    private Path host;

    private Path root;
    private FileArea area;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(host.resolve("root"));
        area = Storages.area(root);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt.", "a.txt ", "a.txt. .", "A.TXT..."})
    void dotsAndBlanksAtTheEndAreLeftOut(String name) throws IOException {
        Files.createFile(root.resolve("a.txt"));

        assertThat(area.findFile(path(name))).contains(root.resolve("a.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt.", "a.txt ", "new."})
    void orThereIsNoSuchFile(String name) throws IOException {
        Files.createFile(root.resolve("a.txt"));

        assertThat(Storages.area(root, STRICT).place(path(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", " ", ". .", "....", ".. ", "..  ..", "   /a", ".../a", ".. /secret.txt"})
    void whatIsAllDotsAndBlanksIsNobodysName(String name) throws IOException {
        Files.createFile(host.resolve("secret.txt"));
        Files.createFile(root.resolve("a"));

        assertThat(area.find(path(name))).isEmpty();
        assertThat(area.place(path(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "a*b", "a?", "a<b", "back\\slash", "tab\tname", "dot.", "blank "})
    void aNameOfTheHostThatTheDeviceCanNotHaveIsNotListed(String name) throws IOException {
        Files.createFile(root.resolve(name));
        Files.createFile(root.resolve("good"));

        assertThat(area.list(VirtualPath.ROOT)).extracting(Entry::name).containsExactly("good");
    }

    @Test
    void ofTwoNamesThatDifferInCaseEachIsThereAndOthersMeanTheFirst() throws IOException {
        Files.writeString(root.resolve("read.txt"), "lower");
        Files.writeString(root.resolve("READ.txt"), "upper");
        Files.writeString(root.resolve("Read.txt"), "both");

        assertThat(area.list(VirtualPath.ROOT)).hasSize(3);
        assertThat(area.findFile(path("read.txt"))).contains(root.resolve("read.txt"));
        assertThat(area.findFile(path("Read.txt"))).contains(root.resolve("Read.txt"));
        assertThat(area.findFile(path("READ.TXT"))).contains(root.resolve("READ.txt"));
        assertThat(area.place(path("rEAD.txt"))).contains(root.resolve("READ.txt"));
    }

    @Test
    void aNameThatTheCodePageCanNotSayIsListedOrLeftOut() throws IOException {
        Files.createFile(root.resolve("\u0416.txt"));
        Files.createFile(root.resolve("\u20AC\u0081.txt"));

        assertThat(area.list(VirtualPath.ROOT)).hasSize(2);
        assertThat(Storages.area(root, STRICT).list(VirtualPath.ROOT))
                .extracting(Entry::name)
                .containsExactly("\u20AC\u0081.txt");
    }

    @ParameterizedTest
    @CsvSource({"255, true", "256, false"})
    void aNameHas255Characters(int length, boolean possible) {
        assertThat(area.place(path("n".repeat(length))).isPresent()).isEqualTo(possible && length < 259);
    }

    @Test
    void aPathHas259Characters() throws IOException {
        Files.createDirectory(root.resolve("d".repeat(100)));

        assertThat(area.place(path("d".repeat(100) + "/" + "n".repeat(157)))).isPresent();
        assertThat(area.place(path("d".repeat(100) + "/" + "n".repeat(158)))).isEmpty();
    }

    @Test
    void aNameThatIsTooLongForTheHostAloneIsNotThere() {
        assertThat(area.find(path("\u20AC".repeat(200)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CON, false",
        "con.txt, false",
        "NUL, false",
        "aux.a.b, false",
        "PRN , false",
        "COM1, false",
        "lpt9.x, false",
        "COM0, true",
        "COM10, true",
        "CONSOLE, true",
        "a.con, true",
        "LPT, true"
    })
    void namesOfDosDevicesMayBeRefused(String name, boolean possible) {
        NameRules rules = new NameRules(Trailing.STRIPPED, DosDevices.REFUSED, BeyondCodePage.QUESTION_MARKS);

        assertThat(Storages.area(root, rules).place(path(name)).isPresent()).isEqualTo(possible);
        assertThat(area.place(path(name))).isPresent();
    }

    private static VirtualPath path(String text) {
        return VirtualPath.ROOT.resolve(text);
    }
}
