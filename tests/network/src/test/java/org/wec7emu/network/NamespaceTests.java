package org.wec7emu.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NamespaceTests {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void hasNothingButLoopback() throws Exception {
        try (Namespace namespace = Namespace.create()) {
            assertThat(namespace.run("ip", "-o", "link", "show").lines().toList())
                    .singleElement()
                    .asString()
                    .startsWith("1: lo: <LOOPBACK,UP");
        }
    }

    @Test
    void holdsTheSocketsThatAThreadInsideOpens() throws Exception {
        try (Namespace namespace = Namespace.create();
                InNamespace inside = InNamespace.enter(namespace);
                ServerSocketChannel server =
                        inside.call(() -> ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0)))) {
            InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();

            inside.call(() -> new Socket(address.getAddress(), address.getPort()))
                    .close();
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> new Socket(address.getAddress(), address.getPort()).close());
        }
    }

    @Test
    void leavesOtherThreadsWhereTheyAre() throws Exception {
        Path here = Path.of("/proc/thread-self/ns/net");
        String before = Files.readSymbolicLink(here).toString();
        try (Namespace namespace = Namespace.create();
                InNamespace inside = InNamespace.enter(namespace)) {
            assertThat(inside.call(() -> Files.readSymbolicLink(here).toString()))
                    .isEqualTo(Files.readSymbolicLink(namespace.file()).toString())
                    .isNotEqualTo(before);
            assertThat(Files.readSymbolicLink(here)).hasToString(before);
        }
    }

    @Test
    void endsAProgramThatTakesTooLong() throws Exception {
        try (Namespace namespace = Namespace.create()) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> namespace.run(List.of("sleep", "60"), "", Duration.ofMillis(100)))
                    .withMessageContaining("didn't end within");
        }
    }

    @Test
    void saysWhatAProgramThatFailsSaid() throws Exception {
        try (Namespace namespace = Namespace.create()) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> namespace.run("ip", "link", "show", "nowhere0"))
                    .withMessageContaining("nowhere0")
                    .withMessageContaining("does not exist");
        }
    }

    /** Run in a JVM of its own. */
    static final class Holder {
        public static void main(String[] arguments) throws Exception {
            System.out.println(Namespace.create().pid());
            System.in.read();
        }
    }

    @Test
    void goesWithTheJvmThatMadeItEvenWhenThatIsKilled() throws Exception {
        Requirements.assumeNamespaces();
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Holder.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
            ProcessHandle holder =
                    ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();

            jvm.destroyForcibly();

            holder.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(holder.isAlive()).isFalse();
        } finally {
            jvm.destroyForcibly();
        }
    }
}
