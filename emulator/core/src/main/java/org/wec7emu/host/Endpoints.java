package org.wec7emu.host;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.mina.core.session.IoSession;
import org.jspecify.annotations.Nullable;

/** What listens where. Safe for use by several threads. */
final class Endpoints<B> {
    private final Map<InetSocketAddress, B> bindings = new ConcurrentHashMap<>();

    /** Whether nothing was there before. */
    boolean add(InetSocketAddress address, B binding) {
        return bindings.putIfAbsent(address, binding) == null;
    }

    boolean remove(InetSocketAddress address, B binding) {
        return bindings.remove(address, binding);
    }

    @Nullable
    B at(InetSocketAddress address) {
        return bindings.get(address);
    }

    /** What a connection was made to: what listens on that very address, or on all of the host's. */
    @Nullable
    B of(IoSession session) {
        InetSocketAddress local = (InetSocketAddress) session.getLocalAddress();
        B exact = bindings.get(local);
        return exact != null ? exact : onAllAddresses(local.getPort());
    }

    private @Nullable B onAllAddresses(int port) {
        for (Map.Entry<InetSocketAddress, B> entry : bindings.entrySet()) {
            if (entry.getKey().getPort() == port && entry.getKey().getAddress().isAnyLocalAddress()) {
                return entry.getValue();
            }
        }
        return null;
    }
}
