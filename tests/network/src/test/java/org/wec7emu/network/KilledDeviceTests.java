package org.wec7emu.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.firewall.enforce.EnforcementLevel;

/** A device whose program is killed in the middle of a session leaves nothing on the network. */
class KilledDeviceTests {
    private static final String IMAGE = "CX8100_WEC7_LF_v604h";

    @TempDir
    private Path temporary;

    @ParameterizedTest(name = "enforced by {0}")
    @EnumSource
    void leavesNeitherRulesNorListeningSockets(EnforcementLevel level) throws Exception {
        Requirements.assumeNft();
        try (TwoHosts hosts = TwoHosts.linked();
                InNamespace client = InNamespace.enter(hosts.client())) {
            Requirements.assumeLevel(level, hosts.device(), Addresses.DEVICE);
            DeviceInNamespace device = DeviceInNamespace.start(
                    hosts.device(), IMAGE, Addresses.DEVICE, temporary, List.of("--enforce", level.label()));
            try (device;
                    Socket control = client.call(() -> new Socket(Addresses.DEVICE, 21))) {
                assertThat(greeting(control)).startsWith("220 ");
                assertThat(listening(hosts.device())).contains("192.0.2.21:21");
                assertThat(hosts.device().run("nft", "list", "tables").isEmpty())
                        .as("loads no table")
                        .isEqualTo(!Levels.enforcesAllTraffic(level));

                device.kill();

                assertThat(hosts.device().run("nft", "list", "ruleset")).isEmpty();
                assertThat(listening(hosts.device())).isEmpty();
            }
        }
    }

    private static String greeting(Socket control) throws Exception {
        control.setSoTimeout(10_000);
        return new BufferedReader(new InputStreamReader(control.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
    }

    private static String listening(Namespace namespace) throws Exception {
        return namespace.run("ss", "--no-header", "--numeric", "--tcp", "--udp", "--listening");
    }
}
