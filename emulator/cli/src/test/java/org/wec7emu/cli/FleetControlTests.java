package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** fleet --control. */
class FleetControlTests {
    private static final String LINE = """
            addresses: 127.0.0.1
            port-offset: any
            devices:
              line: {image: CX8100_WEC7_LF_v604h, count: 3, services: false}
            """;
    private static final String ODD = """
            addresses: 127.0.0.1
            port-offset: any
            devices:
              'the "old" press, #1': {image: CX8100_WEC7_LF_v604h, services: false}
            """;
    private static final String CONTROL = "Control   ";

    @TempDir
    private Path folder;

    private FleetProcess fleet;

    @AfterEach
    void end() throws Exception {
        if (fleet != null) {
            fleet.close();
        }
    }

    private static HttpResponse<String> send(String method, String url, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).timeout(Emulator.LIMIT).method(method, BodyPublishers.noBody());
        return HttpClient.newHttpClient()
                .send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private String url() throws Exception {
        return fleet.lineWith(CONTROL).substring(CONTROL.length());
    }

    private static int port(String line) {
        return Integer.parseInt(line.replaceAll(".*127\\.0\\.0\\.1:(\\d+)/.*", "$1"));
    }

    @Test
    void oneOfThreeRestartsWhileTheSessionsOfTheOthersGoOn() throws Exception {
        fleet = FleetProcess.started(folder, LINE, "--control", "0");
        String url = url();
        List<String> listed = fleet.lines(3);
        try (ControlConnection first = ControlConnection.loggedIn(port(listed.get(0)));
                ControlConnection third = ControlConnection.loggedIn(port(listed.get(2)))) {
            assertThat(send("POST", url + "v1/devices/line-2/restart").statusCode())
                    .isEqualTo(200);

            assertThat(fleet.lineWith("the device restarts")).startsWith("line-2  ");
            first.store("a.txt", "content");
            third.store("a.txt", "content");
        }
        ControlConnection.loggedIn(port(listed.get(1))).close();
        assertThat(send("GET", url + "v1/devices").body()).contains("line-1", "line-2", "line-3");
    }

    @Test
    void jsonTellsWhereEachDevicesApiIs() throws Exception {
        fleet = FleetProcess.started(folder, ODD, "--json", "--control", "127.0.0.1:0");
        String device = fleet.line();

        assertThat(device).startsWith("{\"device\":\"the \\\"old\\\" press, #1\",");
        String api = device.replaceAll(".*\"control\":\"([^\"]+)\"}", "$1");
        assertThat(api).matches("http://127\\.0\\.0\\.1:\\d+/v1/devices/the%20%22old%22%20press%2C%20%231/");
        assertThat(send("POST", api + "restart").statusCode()).isEqualTo(200);
        assertThat(fleet.line()).startsWith("{\"device\":\"the \\\"old\\\" press, #1\",\"event\":\"DeviceStopped\"");
        assertThat(fleet.err()).contains("control API and page at http://127.0.0.1:");
    }

    @Test
    void aTokenIsPrintedWhereOthersCanAsk() throws Exception {
        fleet = FleetProcess.started(folder, LINE, "--control", "0.0.0.0:0");
        String[] parts = url().replace("0.0.0.0", "127.0.0.1").split("#token=");

        assertThat(send("GET", parts[0] + "v1/devices").statusCode()).isEqualTo(401);
        assertThat(send("GET", parts[0] + "v1/devices", "Authorization", "Bearer " + parts[1])
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSignalEndsItCleanWhileSomebodyWaitsForAnEvent() throws Exception {
        fleet = FleetProcess.started(folder, LINE, "--control", "0");
        String url = url();
        HttpResponse<java.io.InputStream> stream = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url + "v1/devices/line-1/journal/stream?after=0"))
                                .build(),
                        BodyHandlers.ofInputStream());
        assertThat(stream.body().read()).isPositive();

        fleet.terminate();

        assertThat(fleet.rest())
                .filteredOn(line -> line.endsWith(" the device is off"))
                .hasSize(3);
        assertThat(fleet.exitCode()).isZero();
        stream.body().close();
    }

    @Test
    void noClassOfItIsLoadedUnlessItIsAskedFor() throws Exception {
        fleet = FleetProcess.started(folder, LINE);
        fleet.lines(4);
        assertThat(classesOfControl()).isEmpty();
        fleet.close();

        Path other = Files.createDirectory(folder.resolve("other"));
        fleet = FleetProcess.started(other, LINE, "--control", "0");
        fleet.lines(5);
        assertThat(classesOfControl()).isNotEmpty();
    }

    private List<String> classesOfControl() throws Exception {
        return fleet.classes().stream()
                .filter(line -> line.contains(" org.wec7emu.control.")
                        || line.contains(" io.undertow.")
                        || line.contains(" org.xnio."))
                .toList();
    }

    @Test
    void aPortThatSomebodyHasIsNamedAndTheDevicesEnd() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fleet = FleetProcess.started(folder, LINE, "--control", Integer.toString(taken.getLocalPort()));

            assertThat(fleet.rest()).isEmpty();
            assertThat(fleet.exitCode()).isEqualTo(2);
            assertThat(fleet.err())
                    .contains("the control API can't listen on 127.0.0.1:" + taken.getLocalPort(), "port 0");
            assertThat(folder.resolve("tmp")).isEmptyDirectory();
        }
    }

    @Test
    void whatIsNoPlaceIsRefusedBeforeADeviceStarts() throws Exception {
        Path file = Files.writeString(folder.resolve("hall.yaml"), LINE);

        CommandLineRun run = CommandLineRun.of("fleet", file.toString(), "--control", "here");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--control here");
        assertThat(run.out()).isEmpty();
    }
}
