package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wec7emu.firewall.enforce.NetworkNamespace;

/** run --bind own; in containers, tests of the image show it. */
class BindOwnTests {
    @TempDir
    private Path folder;

    @Test
    void isLoopbackInTheHostsNetworkAndTheAddressOfAnyOther() throws Exception {
        String expected = NetworkNamespace.isHosts()
                ? "127.0.0.1"
                : NetworkNamespace.address()
                        .orElse(InetAddress.getLoopbackAddress())
                        .getHostAddress();
        try (Emulator emulator = Emulator.started(folder, "--bind", "own")) {
            assertThat(emulator.banner()).contains("@" + expected + ":");
        }
    }
}
