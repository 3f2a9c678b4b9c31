package org.wec7emu.firewall.enforce.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wec7emu.firewall.enforce.Clients;

/** The command nft and the kernel take what the golden files hold, tried in a network namespace of its own without effect. */
class NftTakesListingsTests {
    @TempDir
    private static Path folder;

    private record Answer(int exitCode, String output) {}

    @BeforeAll
    static void lookForNft() throws Exception {
        Answer answer = check("add table inet probe\n");
        assumeTrue(
                answer.exitCode() == 0,
                () -> "needs root, unshare (package util-linux) and nft (package nftables): " + answer.output());
    }

    private static Answer check(String text) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("listing.nft"), text);
        Path output = folder.resolve("output");
        List<String> command = new ArrayList<>(List.of("unshare", "--net", "--"));
        command.addAll(
                List.of("sh", "-c", "PATH=$PATH:/usr/sbin:/sbin exec nft --check --file \"$0\"", file.toString()));
        Process nft = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(nft.waitFor(Clients.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return new Answer(nft.exitValue(), Files.readString(output));
        } finally {
            nft.destroyForcibly();
        }
    }

    @Test
    void oneAfterTheOtherAsADeviceLives() throws Exception {
        assertThat(check(Listings.all().values().stream().map(Supplier::get).collect(Collectors.joining())))
                .isEqualTo(new Answer(0, ""));
    }

    @Test
    void butNotARuleThatIsNone() throws Exception {
        String broken = Listings.TABLE.create()
                + Listings.chains("r1", Listings.CXCONFIG, Listings.IPV4).add().replace("tcp dport", "tcp dprt");

        assertThat(check(broken).exitCode()).isNotZero();
    }
}
