package org.wec7emu.ftp;

import org.wec7emu.firewall.PortRange;

/**
 * Hands out the stack's ephemeral ports: ascending, a new one each time, from the first again after the last. Source: ports
 * seen in logs of real devices, https://github.com/robinrodricks/FluentFTP/issues/99; the range is inferred. Safe for use
 * by several threads.
 */
public final class EphemeralPorts {
    private final PortRange range;
    private int next;

    public EphemeralPorts(PortRange range) {
        this.range = range;
        this.next = range.first();
    }

    synchronized int next() {
        int port = next;
        next = port == range.last() ? range.first() : port + 1;
        return port;
    }

    int count() {
        return range.last() - range.first() + 1;
    }
}
