package org.wec7emu.firewall.enforce.nftables;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.wec7emu.firewall.AddressLiteral;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.CountedPackets;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.RulesOfNow;

/**
 * The table that all devices of this process share, one in each network namespace. It is made for the first device and goes
 * with the last, or with the process. Safe for use by several threads.
 */
final class NftTable {
    private static final Map<String, NftTable> OF_NAMESPACE = new HashMap<>();

    private static final RuleSet ALL_PASS = new RuleSet(Dialect.CXCONFIG, false, List.of());

    private final String namespace;
    private final NftContext context;
    private final TableText text;
    private final Set<DeviceText> devices = new HashSet<>();
    private long lastDevice;

    private NftTable(String namespace, NftContext context, TableText text) {
        this.namespace = namespace;
        this.context = context;
        this.text = text;
    }

    /**
     * Enforces rules for a device of the calling thread's network namespace.
     *
     * @throws EnforcementException when the library can't be had, or the kernel refuses
     */
    static Place enter(InetAddress device, RuleSet rules) throws EnforcementException {
        synchronized (OF_NAMESPACE) {
            String namespace = namespaceOfThisThread();
            NftTable table = OF_NAMESPACE.get(namespace);
            if (table == null) {
                table = create(namespace);
                OF_NAMESPACE.put(namespace, table);
            }
            try {
                return table.add(device, rules);
            } finally {
                table.removeIfEmpty();
            }
        }
    }

    /** Loads a table of which no packet knows, to see whether it can be had. */
    static void tryOut(InetAddress device) throws EnforcementException {
        TableText table = new TableText(newName() + "-probe");
        try (NftContext context = NftContext.open()) {
            context.run(table.create() + new DeviceText(table, "d1", device).add(ALL_PASS) + table.remove());
        }
    }

    /** What is run for a device that is the first. */
    static String listing(RuleSet rules, InetAddress device) throws EnforcementException {
        RulesOfNow.check(rules);
        TableText table = new TableText("wec7emu");
        return table.create() + new DeviceText(table, "d1", device).add(rules);
    }

    private static NftTable create(String namespace) throws EnforcementException {
        NftContext context = NftContext.open();
        TableText text = new TableText(newName());
        try {
            context.run(text.create());
            return new NftTable(namespace, context, text);
        } catch (EnforcementException e) {
            context.close();
            throw e;
        }
    }

    /** Several class loaders of one process may have a table each. */
    private static String newName() {
        return "wec7emu-" + ProcessHandle.current().pid() + "-"
                + Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36, 36 * 36 * 36), 36);
    }

    private static String namespaceOfThisThread() throws EnforcementException {
        try {
            return Files.readSymbolicLink(Path.of("/proc/thread-self/ns/net")).toString();
        } catch (IOException e) {
            throw new EnforcementException("can't tell which network namespace this is: " + e.getMessage(), e);
        }
    }

    private Place add(InetAddress address, RuleSet rules) throws EnforcementException {
        for (DeviceText other : devices) {
            if (other.device().equals(address)) {
                throw new EnforcementException(AddressLiteral.of(address)
                        + " belongs to another device of this process already; give each an address of its own");
            }
        }
        lastDevice++;
        DeviceText device = new DeviceText(text, "d" + lastDevice, address);
        context.run(device.add(rules));
        devices.add(device);
        return new Place(device);
    }

    private void removeIfEmpty() {
        if (devices.isEmpty()) {
            OF_NAMESPACE.remove(namespace, this);
            // The kernel removes the table of an owner that has gone.
            context.close();
        }
    }

    /** One device's place in the table. */
    final class Place {
        private final DeviceText device;

        private Place(DeviceText device) {
            this.device = device;
        }

        InetAddress address() {
            return device.device();
        }

        /** @throws EnforcementException when the kernel refuses; then the old rules stay */
        void replace(RuleSet rules) throws EnforcementException {
            context.run(device.replace(rules));
        }

        /** @throws EnforcementException when the kernel refuses; then all is as before */
        void link(boolean up) throws EnforcementException {
            context.run(device.link(up));
        }

        /**
         * What has been counted of the device's packets, in all; of flows that were silent for five minutes no more.
         *
         * @throws EnforcementException when the table is gone
         */
        List<CountedPackets> count(Counted counted) throws EnforcementException {
            List<CountedPackets> all = new ArrayList<>();
            for (String set : counted.sets(Family.of(address()))) {
                String listing = context.run("list set inet " + text.name() + " " + set + "\n");
                all.addAll(CountListing.read(listing, address(), counted.direction()));
            }
            return all;
        }

        /** @throws EnforcementException when the kernel refuses, in which case it all goes with the process */
        void leave() throws EnforcementException {
            synchronized (OF_NAMESPACE) {
                devices.remove(device);
                try {
                    if (!devices.isEmpty()) {
                        context.run(device.remove());
                    }
                } finally {
                    removeIfEmpty();
                }
            }
        }
    }
}
