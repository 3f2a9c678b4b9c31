package org.wec7emu.measure.client;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that does to its one client whatever a test wants. */
final class ServerScript implements Closeable {
    private static final int LIMIT_SECONDS = 20;

    private final ServerSocket listening;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private volatile Socket client = new Socket();

    interface Script {
        void with(Socket client) throws IOException;
    }

    ServerScript(Script script) throws IOException {
        listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        listening.setSoTimeout(LIMIT_SECONDS * 1000);
        Thread thread = new Thread(() -> run(script), "server-script");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Script script) {
        try (Socket accepted = listening.accept()) {
            client = accepted;
            accepted.setSoTimeout(LIMIT_SECONDS * 1000);
            script.with(accepted);
            done.complete(null);
        } catch (IOException | RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    InetSocketAddress endpoint() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    /** Waits until the script is at its end. */
    void end() throws IOException {
        try {
            done.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        client.close();
    }
}
