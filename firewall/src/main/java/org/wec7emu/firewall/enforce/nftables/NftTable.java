package org.wec7emu.firewall.enforce.nftables;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Transactions transactions;
    private final SharedChains chains;
    private final Map<InetAddress, Place> devices = new HashMap<>();
    /** Addresses of devices that have gone, of whose connections the kernel may remember some. */
    private final Set<InetAddress> left = new HashSet<>();

    /** By the name of the chain that counts. */
    private final Map<String, SharedReading<Map<InetAddress, List<CountedPackets>>>> readings =
            new ConcurrentHashMap<>();

    private NftTable(String namespace, NftContext context, TableText text) {
        this.namespace = namespace;
        this.context = context;
        this.text = text;
        transactions = new Transactions(context::run);
        chains = new SharedChains(text, transactions);
    }

    /**
     * Enforces rules for a device of the calling thread's network namespace.
     *
     * @throws EnforcementException when the library can't be had, or the kernel refuses
     */
    static Place enter(InetAddress device, RuleSet rules) throws EnforcementException {
        Place place;
        Transactions.Request entering;
        synchronized (OF_NAMESPACE) {
            NftTable table = ofThisThread();
            try {
                place = table.place(device, rules);
                entering = place.entering;
            } finally {
                table.removeIfEmpty();
            }
        }
        try {
            entering.await();
            return place;
        } catch (EnforcementException e) {
            place.drop();
            throw e;
        }
    }

    /**
     * Sees whether a table can be had: one that is there is proof; else one is loaded of which no packet knows.
     *
     * @throws EnforcementException when the library can't be had, or the kernel refuses
     */
    static void tryOut(InetAddress device) throws EnforcementException {
        synchronized (OF_NAMESPACE) {
            if (OF_NAMESPACE.containsKey(namespaceOfThisThread())) {
                return;
            }
        }
        TableText table = new TableText(newName() + "-probe");
        RuleChains chains = new RuleChains(table, "r1", RuleChains.text(ALL_PASS, device));
        try (NftContext context = NftContext.open()) {
            context.run(table.create() + chains.add() + new DeviceText(table, device).enter(chains) + table.remove());
        }
    }

    /** What is run for a device that is the first. */
    static String listing(RuleSet rules, InetAddress device) throws EnforcementException {
        RulesOfNow.check(rules);
        TableText table = new TableText("wec7emu");
        RuleChains chains = new RuleChains(table, "r1", RuleChains.text(rules, device));
        return table.create() + chains.add() + new DeviceText(table, device).enter(chains);
    }

    private static NftTable ofThisThread() throws EnforcementException {
        String namespace = namespaceOfThisThread();
        NftTable table = OF_NAMESPACE.get(namespace);
        if (table == null) {
            table = create(namespace);
            OF_NAMESPACE.put(namespace, table);
        }
        return table;
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

    /** The addresses of this process's devices in the calling thread's network namespace. */
    static Set<InetAddress> devicesOfThisThread() throws EnforcementException {
        synchronized (OF_NAMESPACE) {
            NftTable table = OF_NAMESPACE.get(namespaceOfThisThread());
            return table == null ? Set.of() : Set.copyOf(table.devices.keySet());
        }
    }

    /** A name of the calling thread's network namespace. */
    static String namespaceOfThisThread() throws EnforcementException {
        try {
            return Files.readSymbolicLink(Path.of("/proc/thread-self/ns/net")).toString();
        } catch (IOException e) {
            throw new EnforcementException("can't tell which network namespace this is: " + e.getMessage(), e);
        }
    }

    private Place place(InetAddress address, RuleSet rules) throws EnforcementException {
        if (devices.containsKey(address)) {
            throw new EnforcementException(AddressLiteral.of(address)
                    + " belongs to another device of this process already; give each an address of its own");
        }
        if (left.remove(address)) {
            Leftovers.remove(context, text, address);
        }
        Place place = new Place(address, chains.use(rules, address));
        devices.put(address, place);
        return place;
    }

    private void removeIfEmpty() {
        if (devices.isEmpty()) {
            OF_NAMESPACE.remove(namespace, this);
            // The kernel removes the table of an owner that has gone.
            context.close();
        }
    }

    private Map<InetAddress, List<CountedPackets>> read(Counted counted, Family family) throws EnforcementException {
        return CountListing.read(context.list(text, counted.sets(family)), counted.direction());
    }

    /** One device's place in the table. */
    final class Place {
        private final DeviceText device;
        private final Transactions.Request entering;
        private RuleChains rules;

        private Place(InetAddress address, SharedChains.Use use) {
            device = new DeviceText(text, address);
            rules = use.chains();
            entering = transactions.handIn(use.addition() + device.enter(rules));
        }

        InetAddress address() {
            return device.device();
        }

        /** @throws EnforcementException when the kernel refuses; then the old rules stay */
        void replace(RuleSet next) throws EnforcementException {
            RuleChains replacing;
            Transactions.Request request;
            synchronized (OF_NAMESPACE) {
                SharedChains.Use use = chains.use(next, address());
                replacing = use.chains();
                request = transactions.handIn(use.addition() + device.replace(rules, replacing));
            }
            boolean done = false;
            try {
                request.await();
                done = true;
            } finally {
                replaced(replacing, done);
            }
        }

        private void replaced(RuleChains by, boolean done) {
            synchronized (OF_NAMESPACE) {
                chains.leave(done ? rules : by);
                rules = done ? by : rules;
            }
        }

        /** @throws EnforcementException when the kernel refuses; then all is as before */
        void link(boolean up) throws EnforcementException {
            transactions.handIn(device.link(up)).await();
        }

        /**
         * What has been counted of the device's packets, in all; of flows that were silent for five minutes no more.
         *
         * @param since the reading must have begun no earlier, on the clock of {@link System#nanoTime}
         * @throws EnforcementException when the table is gone
         */
        List<CountedPackets> count(Counted counted, long since) throws EnforcementException {
            Family family = Family.of(address());
            try {
                return readings.computeIfAbsent(counted.chain(family), absent -> new SharedReading<>())
                        .since(since, () -> read(counted, family))
                        .getOrDefault(address(), List.of());
            } catch (EnforcementException e) {
                throw e;
            } catch (IOException e) {
                throw new EnforcementException(String.valueOf(e.getMessage()), e);
            }
        }

        /** @throws EnforcementException when the kernel refuses, in which case it all goes with the process */
        void leave() throws EnforcementException {
            Transactions.Request leaving;
            synchronized (OF_NAMESPACE) {
                devices.remove(address());
                if (devices.isEmpty()) {
                    removeIfEmpty();
                    return;
                }
                left.add(address());
                leaving = transactions.handIn(device.leave(rules));
                chains.leave(rules);
            }
            leaving.await();
        }

        /** Gives the place up that the kernel didn't grant. */
        private void drop() {
            synchronized (OF_NAMESPACE) {
                devices.remove(address());
                chains.leave(rules);
                removeIfEmpty();
            }
        }
    }
}
