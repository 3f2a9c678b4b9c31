package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.device.Device;
import org.wec7emu.journal.TransferMode;

/** Names go over the wire in the device's code page, windows-1252, and have no case. */
class FileNameTests {
    @TempDir
    Path home;

    private Device device;
    private ControlConnection control;

    @BeforeEach
    void logIn() throws Exception {
        device = DeviceUnderTest.of(Image.BASELINE).start();
        control = ControlConnection.loggedIn(device);
    }

    @AfterEach
    void leave() throws Exception {
        try (Device closing = device;
                ControlConnection leaving = control) {
            leaving.ask("QUIT");
        }
    }

    @Test
    void aByteOfTheCodePageIsItsLetter() throws Exception {
        store("f\u00FCr \u0080.txt", "x"); // 0xFC and 0x80
        assertThat(device.ftpRoot().resolve("f\u00FCr \u20AC.txt")).hasContent("x");
    }

    @Test
    void lettersAreListedAsBytesOfTheCodePage() throws Exception {
        Files.writeString(device.ftpRoot().resolve("\u00C4rger \u20AC.txt"), "x");
        assertThat(fetch("NLST")).isEqualTo("\u00C4rger \u0080.txt\r\n");
    }

    @Test
    void aLetterThatTheCodePageHasNotIsListedAsAQuestionMarkAndCanNotBeAskedFor() throws Exception {
        Files.writeString(device.ftpRoot().resolve("\u0416.txt"), "x");
        assertThat(fetch("NLST")).isEqualTo("?.txt\r\n");
        assertThat(control.ask("RETR ?.txt")).startsWith("550 ");
        assertThat(control.ask("DELE ?.txt")).startsWith("550 ");
    }

    @Test
    void umlautsHaveNoCaseEither() throws Exception {
        store("gr\u00FC\u00DFe.txt", "x");
        assertThat(fetch("RETR GR\u00DC\u00DFE.TXT")).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "A.TXT", "/A.txt", "SUB/../a.TXT", "\\a.txt"})
    void aFileIsFoundInAnyCaseAndByAnyPath(String name) throws Exception {
        Files.createDirectory(device.ftpRoot().resolve("sub"));
        store("a.txt", "x");
        assertThat(fetch("RETR " + name)).isEqualTo("x");
    }

    @Test
    void anUploadUnderAnotherCaseKeepsTheFirstName() throws Exception {
        store("Recipe.TXT", "old");
        store("recipe.txt", "new");
        assertThat(device.ftpRoot()).isDirectoryNotContaining("glob:**/recipe.txt");
        assertThat(device.ftpRoot().resolve("Recipe.TXT")).hasContent("new");
    }

    @Test
    void blanksWithinANameBelongToIt() throws Exception {
        store("my  new recipe.txt", "x");
        assertThat(fetch("NLST")).isEqualTo("my  new recipe.txt\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0081.txt", "a\u008D.txt"})
    void aByteThatTheCodePageHasNoLetterForComesBackAsItself(String name) throws Exception {
        store(name, "x");
        assertThat(fetch("NLST")).isEqualTo(name + "\r\n");
    }

    @Test
    void curlUploadsANameWithBlankAndUmlaut() throws Exception {
        RealClient.CURL.assumeInstalled();
        Path local = Files.writeString(home.resolve("local.txt"), "x");
        Errand upload = new Errand.Upload(local, "/gro%DF%20und%20sch%F6n.txt");
        ClientRun run = ClientRun.of(RealClient.CURL, upload, TransferMode.ACTIVE, Target.of(device), home);
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(device.ftpRoot().resolve("gro\u00DF und sch\u00F6n.txt")).hasContent("x");
    }

    @Test
    void ftplibUploadsANameWithBlankAndUmlaut() throws Exception {
        RealClient.FTPLIB.assumeInstalled();
        Path local = Files.writeString(home.resolve("local.txt"), "x");
        Errand upload = new Errand.Upload(local, "gro\u00DF und sch\u00F6n.txt");
        ClientRun run = ClientRun.of(RealClient.FTPLIB, upload, TransferMode.ACTIVE, Target.of(device), home);
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(device.ftpRoot().resolve("gro\u00DF und sch\u00F6n.txt")).hasContent("x");
    }

    private void store(String name, String content) throws Exception {
        InetSocketAddress endpoint = control.passive();
        try (Socket data = new Socket(endpoint.getAddress(), endpoint.getPort())) {
            assertThat(control.ask("STOR " + name)).startsWith("125 ");
            data.getOutputStream().write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
        assertThat(control.reply()).startsWith("226 ");
    }

    private String fetch(String command) throws Exception {
        InetSocketAddress endpoint = control.passive();
        try (Socket data = new Socket(endpoint.getAddress(), endpoint.getPort())) {
            assertThat(control.ask(command)).startsWith("125 ");
            String bytes = new String(data.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(control.reply()).startsWith("226 ");
            return bytes;
        }
    }
}
