package org.wec7emu.firewall.enforce.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.Clients;
import org.wec7emu.firewall.enforce.Placement;

/** What the kernel keeps of a process that is killed: nothing. */
class NoTraceTests {
    /** Enforces rules in a process of its own until it is ended. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws Exception {
            RuleSet rules = new RuleSet(
                    Dialect.CXCONFIG, true, List.of(Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any())));
            new NftablesEnforcer(new Placement(InetAddress.getByName(args[0]), true)).start(rules);
            System.out.println("enforced");
            System.in.read();
        }
    }

    @Test
    void leavesNoTableBehindWhenItIsKilled() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/nft")), "needs the command nft (package nftables)");
        InetAddress device = OwnAddresses.next();
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        device.getHostAddress())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(program.inputReader().readLine()).isEqualTo("enforced");
            String table = "wec7emu-" + program.pid() + "-";
            assertThat(tables()).contains(table);

            program.destroyForcibly();

            assertThat(program.waitFor(Clients.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(tables()).doesNotContain(table);
        } finally {
            program.destroyForcibly();
        }
    }

    private static String tables() throws IOException, InterruptedException {
        Process nft = new ProcessBuilder("/usr/sbin/nft", "list", "tables").start();
        String listing = new String(nft.getInputStream().readAllBytes());
        assertThat(nft.waitFor(Clients.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return listing;
    }
}
