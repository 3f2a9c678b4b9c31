package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command fleet: many devices in one process. */
class FleetCommandTests {
    private static final String HALL = """
            addresses: 127.0.0.1
            port-offset: any
            devices:
              press: {image: CX8100_WEC7_LF_v604h, state: factory, services: false}
              line:
                image: CX8100_WEC7_LF_v604h
                count: 2
                root: files/{name}
                allow: [tcp/8080]
                services: false
            """;

    @TempDir
    private Path folder;

    private FleetProcess fleet;

    @AfterEach
    void end() throws Exception {
        if (fleet != null) {
            fleet.close();
        }
    }

    private void start(String... options) throws Exception {
        fleet = FleetProcess.started(folder, HALL, options);
    }

    private Path write(String text) throws Exception {
        return Files.writeString(folder.resolve("hall.yaml"), text);
    }

    private static int port(String url) {
        return Integer.parseInt(url.replaceAll(".*127\\.0\\.0\\.1:(\\d+)/.*", "$1"));
    }

    @Test
    void listsItsDevicesWhichAnswerAndTellsOfEachByItsName() throws Exception {
        start("--journals", folder.resolve("journals").toString());

        List<String> listed = fleet.lines(4);
        assertThat(listed.get(0))
                .startsWith("3 devices, started in ")
                .contains("the firewall is enforced at the level ");
        assertThat(listed.get(1))
                .startsWith("  press   ftp://webguest:1@127.0.0.1:")
                .endsWith(" (factory)");
        assertThat(listed.get(2))
                .startsWith("  line-1  ftp://webguest:1@127.0.0.1:")
                .endsWith(" (ftp-ready)");
        try (ControlConnection client = ControlConnection.loggedIn(port(listed.get(3)))) {
            assertThat(fleet.line()).startsWith("line-2  ").contains("[1] client 127.0.0.1:");
            client.store("a.txt", "content");
        }
        assertThat(folder.resolve("files/line-2/a.txt")).hasContent("content");
        assertThat(folder.resolve("files/line-1")).isEmptyDirectory();
        assertThat(folder.resolve("journals/line-2.jsonl")).content().contains("TransferCompleted", "a.txt");
        assertThat(folder.resolve("journals/line-1.jsonl"))
                .content()
                .contains("DeviceStarted")
                .doesNotContain("a.txt");
    }

    @Test
    void aSignalEndsThemAllClean() throws Exception {
        start();
        fleet.lines(4);

        fleet.terminate();

        assertThat(fleet.rest())
                .filteredOn(line -> line.endsWith(" the device is off"))
                .hasSize(3);
        assertThat(fleet.exitCode()).isZero();
        assertThat(folder.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void aClientThatResetsItsConnectionIsNoErrorOfOurs() throws Exception {
        start();
        int port = port(fleet.lines(4).get(3));

        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(client.getInputStream().read()).isEqualTo('2');
            client.setSoLinger(true, 0);
        }

        fleet.lineWith("closed by the client, without QUIT");
        assertThat(fleet.err()).doesNotContain("Exception", "ERROR");
    }

    @Test
    void speaksJsonToPrograms() throws Exception {
        start("--json");

        List<String> listed = fleet.lines(3);
        assertThat(listed.get(1))
                .startsWith("{\"device\":\"line-1\",\"image\":\"CX8100_WEC7_LF_v604h")
                .contains("\"state\":\"ftp-ready\",\"host\":\"127.0.0.1\",\"port\":");
        int port = Integer.parseInt(listed.get(1).replaceAll(".*\"port\":(\\d+),.*", "$1"));
        ControlConnection.loggedIn(port).close();
        assertThat(fleet.line()).startsWith("{\"device\":\"line-1\",\"event\":\"ConnectionOpened\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "devices: {a: {image: CX9999}}|no image 'CX9999'",
                "devices: {a: {image: CX8100_WEC7_LF_v604h, state: broken}}|has no state 'broken'",
                "devices: {a: {image: CX8100_WEC7_LF_v604h, allow: [ftp]}}|devices.a.allow ftp: it takes a protocol and ports",
                "devices: {a: {image: CX8100_WEC7_LF_v604h, path: nat}}|devices.a.path nat: there is no such path",
                "devices: {a: {image: CX8100_WEC7_LF_v604h, reg: [no.reg]}}|no.reg: there is no such file",
                "devices: {a: {image: CX8100_WEC7_LF_v604h, address: here}}|devices.a.address: no IP address: 'here'",
                "devices: {a: {image: CX8100_WEC7_LF_v604h, count: 2, root: x}}|devices.a.root: 2 devices can't share their",
                "devices: {a-1: {image: CX8100_WEC7_LF_v604h}, a: {image: CX8100_WEC7_LF_v604h, count: 2}}|a device a-1 already",
                "{addresses: 127.0.0.1, devices: {a: {image: CX8100_WEC7_LF_v604h, count: 2}}}|is one address for 2 devices",
                "{addresses: 127.9.0.0/30, devices: {a: {image: CX8100_WEC7_LF_v604h, count: 9}}}|has no more addresses",
                "{port-offset: some, devices: {a: {image: CX8100_WEC7_LF_v604h}}}|port-offset some: it takes a number",
                "{addresses: 192.0.2.0/24, devices: {a: {image: CX8100_WEC7_LF_v604h}}}|192.0.2.1 is no address of this machine",
            })
    void whatCannotBeUsedIsNamedAndNothingStarts(String text, String message) throws Exception {
        CommandLineRun run = CommandLineRun.of("fleet", write(text).toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
    }
}
