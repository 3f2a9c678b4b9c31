package org.wec7emu.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.mina.core.service.SimpleIoProcessorPool;
import org.apache.mina.transport.socket.nio.NioProcessor;
import org.apache.mina.transport.socket.nio.NioSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.Enforcement;
import org.wec7emu.firewall.enforce.GuardedPort;
import org.wec7emu.firewall.enforce.backlog.BacklogEnforcer;

/** Connections to services that say nothing, each ended in the end. */
class ServiceAcceptorTests {
    private static final int LIMIT_SECONDS = 15;
    private static final int IDLE_SECONDS = 1;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SimpleIoProcessorPool<NioSession> processors =
            new SimpleIoProcessorPool<>(NioProcessor.class, threads, 1, null);
    private final ServiceAcceptor acceptor = new ServiceAcceptor(threads, processors, IDLE_SECONDS);
    private final BlockingQueue<InetSocketAddress> clients = new LinkedBlockingQueue<>();
    private Enforcement enforcement;
    private ServiceAcceptor.Binding binding;

    @BeforeEach
    void listen() throws Exception {
        enforcement = new BacklogEnforcer().start(new RuleSet(Dialect.CXCONFIG, false, List.of()));
        GuardedPort port = enforcement.open(StandardProtocolFamily.INET, 443);
        InetSocketAddress free;
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            free = (InetSocketAddress) socket.getLocalSocketAddress();
        }
        binding = acceptor.bind(port, free, clients::add);
        port.bound();
        acceptor.accept(List.of(binding));
    }

    @AfterEach
    void stop() throws Exception {
        acceptor.close(List.of(binding), true);
        acceptor.dispose();
        processors.dispose();
        enforcement.close();
        threads.shutdown();
        assertThat(threads.awaitTermination(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private Socket client() throws Exception {
        Socket client = new Socket();
        client.connect(binding.port().channel().getLocalAddress(), LIMIT_SECONDS * 1000);
        client.setSoTimeout(LIMIT_SECONDS * 1000);
        return client;
    }

    @Test
    void aClientThatIsSilentForTooLongIsLetGo() throws Exception {
        try (Socket client = client()) {
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aConnectionBelongsToThePortThatAcceptedItNotToALaterOneAtItsAddress() throws Exception {
        InetSocketAddress address = (InetSocketAddress) binding.port().channel().getLocalAddress();
        CountDownLatch busy = new CountDownLatch(1);
        acceptor.close(List.of(binding), true);
        ServiceAcceptor.Binding before = listening(address, client -> await(busy));
        try (Socket told = client();
                Socket onItsWay = client()) {
            assertThat(comesTrue(() -> before.accepted() == 2)).isTrue();
            Future<?> closing = threads.submit(() -> acceptor.close(List.of(before), true));
            assertThat(comesTrue(() -> !before.port().channel().isOpen())).isTrue();

            listening(address, clients::add);
            busy.countDown();

            assertThat(told.getInputStream().read()).isEqualTo(-1);
            assertThat(onItsWay.getInputStream().read()).isEqualTo(-1);
            closing.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertThat(clients).isEmpty();
        }
    }

    private ServiceAcceptor.Binding listening(InetSocketAddress address, Consumer<InetSocketAddress> connected)
            throws Exception {
        GuardedPort port = enforcement.open(StandardProtocolFamily.INET, 443);
        binding = acceptor.bind(port, address, connected);
        port.bound();
        acceptor.accept(List.of(binding));
        return binding;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of what no event tells. */
    private static boolean comesTrue(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        return condition.getAsBoolean();
    }

    @Test
    void eachClientIsToldOfWithItsAddress() throws Exception {
        try (Socket client = client()) {
            assertThat(clients.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isEqualTo(client.getLocalSocketAddress());
        }
    }

    @Test
    void closingThePortEndsItsConnections() throws Exception {
        try (Socket client = client()) {
            clients.poll(LIMIT_SECONDS, TimeUnit.SECONDS);

            acceptor.close(List.of(binding), true);

            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }
}
