package org.wec7emu.network;

import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.Enforcement;
import org.wec7emu.firewall.enforce.Enforcer;

/** Something that enforces rules for one device of a namespace, all its traffic included. */
interface FirewallUnderTest extends AutoCloseable {
    /** Puts these rules in force; what is open stays. */
    void apply(RuleSet rules) throws Exception;

    @Override
    void close() throws Exception;

    /**
     * One of the emulator's own, at work in a namespace.
     *
     * @param enforcer of a level that enforces the whole of a firewall, for the device's address
     */
    static FirewallUnderTest of(Enforcer enforcer, InNamespace inside, RuleSet rules) throws Exception {
        Enforcement enforcement = inside.call(() -> enforcer.start(rules));
        return new FirewallUnderTest() {
            @Override
            public void apply(RuleSet next) throws Exception {
                inside.call(() -> {
                    enforcement.apply(next);
                    return true;
                });
            }

            @Override
            public void close() throws Exception {
                inside.call(() -> {
                    enforcement.close();
                    return true;
                });
            }
        };
    }
}
