package org.wec7emu.firewall.enforce.nftables;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.RulesOfNow;

/**
 * The tables of this process, one in each network namespace. A table is made for the first device and goes with the last, or with the
 * process. Safe for use by several threads.
 */
final class NftTables {
    /** The lock of all tables. */
    private static final Map<String, NftTable> OF_NAMESPACE = new HashMap<>();

    private static final RuleSet ALL_PASS = new RuleSet(Dialect.CXCONFIG, false, List.of());

    private NftTables() {}

    /**
     * Enforces rules for a device of the calling thread's network namespace.
     *
     * @throws EnforcementException when the library can't be had, or the kernel refuses
     */
    static NftTable.Place enter(InetAddress device, RuleSet rules) throws EnforcementException {
        NftTable.Place place;
        synchronized (OF_NAMESPACE) {
            NftTable table = ofThisThread();
            try {
                place = table.place(device, rules);
            } finally {
                table.removeIfEmpty();
            }
        }
        place.awaitEntry();
        return place;
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
            table = NftTable.create(
                    new TableText(newName()), OF_NAMESPACE, gone -> OF_NAMESPACE.remove(namespace, gone));
            OF_NAMESPACE.put(namespace, table);
        }
        return table;
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
            return table == null ? Set.of() : table.devices();
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
}
