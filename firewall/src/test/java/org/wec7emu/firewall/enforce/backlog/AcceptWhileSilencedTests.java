package org.wec7emu.firewall.enforce.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wec7emu.firewall.enforce.Clients.anyPort;
import static org.wec7emu.firewall.enforce.Clients.assertSilent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.Enforcement;
import org.wec7emu.firewall.enforce.GuardedPort;

/** A holder that accepts while the rules change: no client gets in by its taking what keeps a port silent. */
class AcceptWhileSilencedTests {
    private static final RuleSet NOTHING =
            new RuleSet(Dialect.CXCONFIG, true, List.of(Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any())));
    private static final RuleSet FTP_ONLY = NOTHING.with(Rule.allow("ftp", Traffic.tcp(21)));

    private Enforcement enforcement;

    @BeforeEach
    void start() throws Exception {
        enforcement = new BacklogEnforcer().start(FTP_ONLY);
    }

    @AfterEach
    void stop() {
        enforcement.close();
    }

    private GuardedPort open(int logicalPort) throws Exception {
        GuardedPort port = enforcement.open(StandardProtocolFamily.INET, logicalPort);
        port.channel().configureBlocking(false);
        port.channel().bind(anyPort("127.0.0.1"), 1);
        port.bound();
        return port;
    }

    private static InetSocketAddress address(GuardedPort port) throws Exception {
        return (InetSocketAddress) port.channel().getLocalAddress();
    }

    @Test
    void takesNothingFromTheQueueThatKeepsAPortSilent() throws Exception {
        GuardedPort web = open(80);

        assertThat(web.<SocketChannel, IOException>accept(web.channel()::accept))
                .isNull();
        assertSilent(address(web));
    }

    @Test
    void fillsNoQueueThatAHolderIsAcceptingFrom() throws Exception {
        GuardedPort ftp = open(21);
        CountDownLatch silenced = new CountDownLatch(1);
        ftp.onSilenceChange(silenced::countDown);
        CompletableFuture<Void> change = new CompletableFuture<>();

        Boolean filled = ftp.<Boolean, Exception>accept(() -> {
            change.completeAsync(() -> applied(NOTHING));
            assertThat(silenced.await(10, TimeUnit.SECONDS)).isTrue();
            return isReached(ftp, Duration.ofMillis(200));
        });

        assertThat(filled).isFalse();
        change.get(10, TimeUnit.SECONDS);
        assertSilent(address(ftp));
    }

    private Void applied(RuleSet rules) {
        try {
            enforcement.apply(rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }

    private static boolean isReached(GuardedPort port, Duration limit) throws IOException {
        try (Selector selector = Selector.open()) {
            port.channel().register(selector, SelectionKey.OP_ACCEPT);
            return selector.select(limit.toMillis()) > 0;
        }
    }
}
