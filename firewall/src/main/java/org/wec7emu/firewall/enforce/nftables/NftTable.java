package org.wec7emu.firewall.enforce.nftables;

import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.wec7emu.firewall.AddressLiteral;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.CountedPackets;
import org.wec7emu.firewall.enforce.EnforcementException;

/**
 * The table that all devices of this process share in one network namespace. Places may be used by several threads; the rest is
 * for whoever holds the lock.
 */
final class NftTable {
    private final NftContext context;
    private final TableText text;
    private final Object lock;
    private final Consumer<NftTable> gone;
    private final Transactions transactions;
    private final SharedChains chains;
    private final Map<InetAddress, Place> devices = new HashMap<>();
    /** Addresses of devices that have gone, of whose connections the kernel may remember some. */
    private final Set<InetAddress> left = new HashSet<>();

    /** By the name of the chain that counts. */
    private final Map<String, SharedReading<Map<InetAddress, List<CountedPackets>>>> readings =
            new ConcurrentHashMap<>();

    /**
     * @param lock held by whoever calls; places take it themselves
     * @param gone called, with the lock held, when the table goes with its last device
     */
    private NftTable(NftContext context, TableText text, Object lock, Consumer<NftTable> gone) {
        this.context = context;
        this.text = text;
        this.lock = lock;
        this.gone = gone;
        transactions = new Transactions(context::run);
        chains = new SharedChains(text, transactions);
    }

    /**
     * Makes the table in the calling thread's network namespace.
     *
     * @throws EnforcementException when the library can't be had, or the kernel refuses
     */
    static NftTable create(TableText text, Object lock, Consumer<NftTable> gone) throws EnforcementException {
        NftContext context = NftContext.open();
        try {
            context.run(text.create());
            return new NftTable(context, text, lock, gone);
        } catch (EnforcementException e) {
            context.close();
            throw e;
        }
    }

    Set<InetAddress> devices() {
        return Set.copyOf(devices.keySet());
    }

    /** A place for another device, which the kernel has yet to grant: {@link Place#awaitEntry}. */
    Place place(InetAddress address, RuleSet rules) throws EnforcementException {
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

    void removeIfEmpty() {
        if (devices.isEmpty()) {
            gone.accept(this);
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
        private final Set<Integer> exempt = new TreeSet<>();
        private RuleChains rules;
        private boolean up = true;

        private Place(InetAddress address, SharedChains.Use use) {
            device = new DeviceText(text, address);
            rules = use.chains();
            entering = transactions.handIn(use.addition() + device.enter(rules));
        }

        /** @throws EnforcementException when the kernel refuses; then the place is given up */
        void awaitEntry() throws EnforcementException {
            try {
                entering.await();
            } catch (EnforcementException e) {
                drop();
                throw e;
            }
        }

        InetAddress address() {
            return device.device();
        }

        /** @throws EnforcementException when the kernel refuses; then the old rules stay */
        void replace(RuleSet next) throws EnforcementException {
            RuleChains replacing;
            Transactions.Request request;
            synchronized (lock) {
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
            synchronized (lock) {
                chains.leave(done ? rules : by);
                rules = done ? by : rules;
            }
        }

        /** @throws EnforcementException when the kernel refuses; then all is as before */
        void link(boolean next) throws EnforcementException {
            transactions.handIn(device.link(next, !exempt.isEmpty())).await();
            up = next;
        }

        /** @throws EnforcementException when the kernel refuses; then all is as before */
        void exempt(int port) throws EnforcementException {
            if (exempt.contains(port)) {
                return;
            }
            transactions.handIn(device.exempt(port) + device.link(up, true)).await();
            exempt.add(port);
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
            synchronized (lock) {
                devices.remove(address());
                if (devices.isEmpty()) {
                    removeIfEmpty();
                    return;
                }
                left.add(address());
                leaving = transactions.handIn(device.leave(rules, exempt));
                chains.leave(rules);
            }
            leaving.await();
        }

        /** Gives the place up that the kernel didn't grant. */
        private void drop() {
            synchronized (lock) {
                devices.remove(address());
                chains.leave(rules);
                removeIfEmpty();
            }
        }
    }
}
