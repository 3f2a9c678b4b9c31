package org.wec7emu.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wec7emu.testcontainers.EmulatorImage;

/** Pods of the chart in Docker: a device starts, is found healthy and ends with the rights, folders and memory that it gets. */
class PodTests {
    private static final int TIMED_OUT = 28;

    @BeforeEach
    void makeImage() throws Exception {
        EmulatorImage.name();
    }

    @Test
    void twoDevicesAndAClientInOneNetwork() throws Exception {
        Pod pod = new Pod("{}");
        String network = "wec7emu-test-" + UUID.randomUUID();
        Docker.output("network", "create", network);
        try (RunningContainer first = device(pod, network, "device-0");
                RunningContainer second = device(pod, network, "device-1");
                RunningContainer client = RunningContainer.of(EmulatorImage.client(), "--network=" + network)) {
            assertThat(first.address()).isNotEqualTo(second.address());
            for (String name : new String[] {"device-0", "device-1"}) {
                assertThat(curl(client, name, "--ftp-port", "-").exitCode()).isZero();
                assertThat(curl(client, name, "--max-time", "5").exitCode()).isEqualTo(TIMED_OUT);
            }
            for (RunningContainer device : new RunningContainer[] {first, second}) {
                for (String probe : new String[] {"startupProbe", "readinessProbe", "livenessProbe"}) {
                    assertThat(device.exec(pod.probe(probe)).exitCode()).isZero();
                }
                assertThat(device.log()).containsPattern("enforced by [a-z' ]+ \\(nftables\\)");
                assertThat(device.exec("cat", "/proc/1/status").output())
                        .contains("CapEff:\t0000000000001000"); // CAP_NET_ADMIN
            }
        } finally {
            Docker.output("network", "rm", network);
        }
    }

    @Test
    void withoutTheKernelsFirewallItTakesTheNextLevel() throws Exception {
        Pod pod = new Pod("{kernelFirewall: false}");
        try (RunningContainer device = RunningContainer.device(pod.options())) {
            assertThat(device.log()).containsPattern("enforced by [a-z ]+ \\((socket|backlog)\\)");
            assertThat(device.exec("cat", "/proc/1/status").output())
                    .contains("CapEff:\t0000000000000000")
                    .contains("NoNewPrivs:\t1");
            assertThat(device.exec(pod.probe("readinessProbe")).exitCode()).isZero();
        }
    }

    @Test
    void itEndsWhenAsked() throws Exception {
        Pod pod = new Pod("{options: {WEC7_JSON: false}}");
        try (RunningContainer device = RunningContainer.device(pod.options())) {
            int killed = 137;

            assertThat(device.stop(pod.terminationGracePeriodSeconds())).isNotEqualTo(killed);
            assertThat(device.inspect("{{.State.OOMKilled}}")).isEqualTo("false");
        }
    }

    private static RunningContainer device(Pod pod, String network, String name) throws Exception {
        String[] given = pod.options();
        String[] options = Arrays.copyOf(given, given.length + 2);
        options[given.length] = "--network=" + network;
        options[given.length + 1] = "--network-alias=" + name;
        return RunningContainer.device(options);
    }

    private static Command curl(RunningContainer client, String name, String... options) throws Exception {
        String[] words = Arrays.copyOf(new String[] {"curl", "-sS"}, options.length + 3);
        System.arraycopy(options, 0, words, 2, options.length);
        words[words.length - 1] = "ftp://webguest:1@" + name + "/";
        return client.exec(words);
    }
}
