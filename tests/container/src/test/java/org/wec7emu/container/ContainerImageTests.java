package org.wec7emu.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wec7emu.testcontainers.EmulatorImage;

/** The image by itself: who it runs as, what it needs, what can be told to it. */
class ContainerImageTests {
    private static final String NET_ADMIN = "--cap-add=NET_ADMIN";
    private static final String TOKEN = "a-token-of-this-test-alone";

    @BeforeEach
    void makeImage() throws Exception {
        EmulatorImage.name();
    }

    /** The container's first process holds no right that it hasn't been given, and is no root. */
    @Test
    void runsAsAnOrdinaryUserWithTheTwoRightsOfADevice() throws Exception {
        try (RunningContainer device = RunningContainer.device(NET_ADMIN)) {
            String status = device.exec("cat", "/proc/1/status").output();

            assertThat(status).containsPattern("Uid:\\s+10021\\s+10021");
            assertThat(status).contains("CapEff:\t0000000000001400"); // CAP_NET_BIND_SERVICE and CAP_NET_ADMIN
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--cap-add=NET_ADMIN|nftables",
                "--cap-drop=ALL --cap-add=NET_ADMIN|nftables",
                "--cap-drop=ALL --cap-add=NET_ADMIN --cap-add=NET_BIND_SERVICE|nftables",
                "--cap-add=NET_ADMIN --user=4711:4711|nftables",
                "--cap-add=NET_ADMIN --user=0|nftables",
                "--cap-add=NET_ADMIN --read-only --tmpfs=/tmp|nftables",
                "--cap-add=NET_ADMIN --env=WEC7_ENFORCE=socket|socket",
                "--cap-add=NET_ADMIN --env=WEC7_PUBLISH_PASSIVE=30000-30009|socket",
                "--env=WEC7_ENFORCE=backlog|backlog",
                "--cap-drop=ALL --env=WEC7_ENFORCE=backlog|backlog",
            })
    void enforcesTheFirewallByWhatItMayDo(String options, String level) throws Exception {
        try (RunningContainer device = RunningContainer.device(options.split(" "))) {
            assertThat(device.log()).containsPattern("Firewall  on, enforced by [a-z' ]+ \\(" + level + "\\)");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"--cap-drop=ALL", "--cap-add=NET_ADMIN --security-opt=no-new-privileges"})
    void withoutNetAdminItStartsWithTheNextLevelAndSaysWhy(String options) throws Exception {
        try (RunningContainer device = RunningContainer.device(options.split(" "))) {
            assertThat(device.log())
                    .containsPattern("enforced by [a-z ]+ \\((socket|backlog)\\)")
                    .contains("(not nftables: ", "only with CAP_NET_ADMIN)")
                    .contains("the device's own: 21, and 20 to dial from");
        }
    }

    @Test
    void becomesHealthyWhenAClientCanLogIn() throws Exception {
        try (RunningContainer device = RunningContainer.device(NET_ADMIN)) {
            Command healthy = device.exec("/opt/wec7emu/bin/healthy");

            assertThat(healthy).isEqualTo(new Command(0, "up: logged in as webguest"));
            assertThat(device.awaitLog(line -> line.endsWith("logged in as webguest")))
                    .contains("[1]");
            assertThat(device.exec("/opt/wec7emu/bin/healthy"))
                    .isEqualTo(new Command(0, "up; a client could log in less than a minute ago"));
            assertThat(device.inspect("{{json .Config.Healthcheck.Test}}")).contains("/opt/wec7emu/bin/healthy");
        }
    }

    @Test
    void isHealthyAsDeliveredThoughNobodyCanLogIn() throws Exception {
        try (RunningContainer device = RunningContainer.device(NET_ADMIN, "--env=WEC7_STATE=factory")) {
            assertThat(device.exec("/opt/wec7emu/bin/healthy"))
                    .isEqualTo(new Command(0, "up; as its state and firewall have it, it answers nobody on port 21"));
        }
    }

    @Test
    void isNotHealthyWhenNobodyGetsIn() throws Exception {
        try (RunningContainer device = RunningContainer.device(NET_ADMIN)) {
            device.exec("sh", "-c", "sed -i s/PASSWORD=.*/PASSWORD=wrong/ /tmp/wec7emu.ready");

            Command healthy = device.exec("/opt/wec7emu/bin/healthy");

            assertThat(healthy.exitCode()).isEqualTo(1);
            assertThat(healthy.output()).startsWith("no login as webguest: 530");
        }
    }

    @Test
    void optionsComeFromTheEnvironmentAndACommandLineGoesBefore() throws Exception {
        Command both = Docker.run(
                "run", "--rm", "--env=WEC7_STATE=factory", EmulatorImage.name(), "run", "CX9999", "--state=none");
        assertThat(both).isEqualTo(new Command(2, both.output()));
        assertThat(both.output()).contains("no image 'CX9999'");

        try (RunningContainer device = RunningContainer.device(
                "--env=WEC7_IMAGE=CX9020_CB3011_WEC7_HPS_v602i",
                "--env=WEC7_ALLOW=tcp/23 tcp/24",
                "--env=WEC7_FIREWALL=on")) {
            assertThat(device.log()).contains("CX9020", "Allow TCP port 23", "Allow TCP port 24");
        }
    }

    @Test
    void anUnknownVariableIsNamed() throws Exception {
        Command run = Docker.run("run", "--rm", "--env=WEC7_STAET=factory", EmulatorImage.name());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output())
                .startsWith("wec7emu: WEC7_STAET: there is no such variable; there are: WEC7_IMAGE, ")
                .contains("WEC7_STATE");
    }

    @Test
    void theControlApiIsAskedFromInside() throws Exception {
        try (RunningContainer device = RunningContainer.device(NET_ADMIN, "--env=WEC7_CONTROL=0.0.0.0:8191")) {
            assertThat(device.exec("sh", "-c", "WEC7_CONTROL_TOKEN=wrong control GET /v1/state")
                            .exitCode())
                    .isEqualTo(1);
        }
        try (RunningContainer device = RunningContainer.device(
                NET_ADMIN, "--env=WEC7_CONTROL=127.0.0.1:8191", "--env=WEC7_CONTROL_TOKEN=" + TOKEN)) {
            Command off = device.exec("control", "PATCH", "/v1/firewall", "{\"enabled\":false}");

            assertThat(off.exitCode()).as(off.output()).isZero();
            assertThat(off.output()).contains("\"enabled\":false");
            assertThat(device.awaitLog(line -> line.contains("firewall off"))).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"--cap-add=NET_ADMIN, nftables", "--cap-drop=NET_ADMIN, backlog"})
    void theControlApiIsReachedFromOutsideWhateverTheFirewallDrops(String right, String level) throws Exception {
        try (RunningContainer device = RunningContainer.device(
                right,
                "--env=WEC7_ENFORCE=" + level,
                "--env=WEC7_STATE=factory",
                "--env=WEC7_CONTROL=0.0.0.0:8191",
                "--env=WEC7_CONTROL_TOKEN=" + TOKEN)) {
            assertThat(ask(device, "GET", "state", "")).contains("\"state\":\"factory\"");

            ask(device, "PUT", "faults/link-down", "{}");
            assertThat(ask(device, "GET", "faults", "")).contains("\"active\":[{\"name\":\"link-down\"");
            ask(device, "DELETE", "faults/link-down", "");
            assertThat(ask(device, "GET", "faults", "")).contains("\"active\":[]");

            assertThat(ask(device, "GET", "device", "")).contains("\"enforcement\":\"" + level + "\"");
        }
    }

    private static String ask(RunningContainer device, String method, String path, String body) throws Exception {
        String url = "http://" + device.address() + ":8191/v1/" + path;
        List<String> curl = List.of("curl", "-fsS", "-m", "20", "-X", method, "-H", "Authorization: Bearer " + TOKEN);
        List<String> json = List.of("-H", "Content-Type: application/json", "--data", body, url);
        Command asked = Command.run(Stream.concat(curl.stream(), (body.isEmpty() ? List.of(url) : json).stream())
                .toList());
        assertThat(asked.exitCode()).as(asked.output()).isZero();
        return asked.output();
    }

    @Test
    void otherCommandsRunToo() throws Exception {
        assertThat(Docker.output("run", "--rm", EmulatorImage.name(), "--version"))
                .startsWith("wec7emu ");
        assertThat(Docker.output("run", "--rm", EmulatorImage.name(), "images")).contains("CX8191");
    }

    @Test
    void filesStayInTheVolume() throws Exception {
        String volume = "wec7emu-test-" + UUID.randomUUID();
        try {
            try (RunningContainer device = RunningContainer.device("--volume=" + volume + ":/hard-disk")) {
                assertThat(device.exec("sh", "-c", "echo 1 > /hard-disk/recipe.txt")
                                .exitCode())
                        .isZero();
            }
            try (RunningContainer device = RunningContainer.device(NET_ADMIN, "--volume=" + volume + ":/hard-disk")) {
                Command download = Command.run(Curl.active("ftp://webguest:1@" + device.address() + "/recipe.txt"));
                assertThat(download).isEqualTo(new Command(0, "1"));
            }
        } finally {
            Docker.run("volume", "rm", volume);
        }
    }

    @Test
    void endsCleanWhenItIsStopped() throws Exception {
        try (RunningContainer device = RunningContainer.device(NET_ADMIN)) {
            assertThat(device.stop()).isZero();
        }
    }

    @Test
    void labelsSayWhatItIs() throws Exception {
        String labels = Docker.output("image", "inspect", "--format", "{{json .Config.Labels}}", EmulatorImage.name());

        assertThat(labels)
                .contains("\"org.opencontainers.image.title\":\"wec7emu\"")
                .contains("\"org.opencontainers.image.licenses\":\"Apache-2.0\"")
                .contains("\"org.opencontainers.image.version\":\"0.1.0")
                .containsPattern("\"org.opencontainers.image.revision\":\"[0-9a-f]{40}\"");
    }
}
