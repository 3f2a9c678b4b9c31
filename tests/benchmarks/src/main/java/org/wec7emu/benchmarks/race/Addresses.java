package org.wec7emu.benchmarks.race;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * Loopback addresses of one run, which no other program is likely to use: 127.(64 to 127).x.y.
 *
 * @param second the second byte
 * @param third of servers; clients have the next
 */
record Addresses(int second, int third) {
    /** Different for each process. */
    static Addresses ofThisProcess() {
        long process = ProcessHandle.current().pid();
        return new Addresses(64 + (int) (process >> 7) % 64, 2 * (int) (process % 127));
    }

    /** @param number from 1 */
    InetAddress server(int number) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, (byte) second, (byte) third, (byte) number});
    }

    List<InetAddress> clients(int count) throws UnknownHostException {
        List<InetAddress> clients = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            clients.add(InetAddress.getByAddress(new byte[] {127, (byte) second, (byte) (third + 1), (byte) i}));
        }
        return clients;
    }
}
