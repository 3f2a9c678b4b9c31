package org.wec7emu.firewall;

/** What the firewall does with a packet, and why. */
public sealed interface Verdict {
    Cause cause();

    /** The packet goes on. */
    record Pass(Cause cause) implements Verdict {}

    /** The packet disappears without a trace: no RST, no ICMP. */
    record Drop(Cause cause) implements Verdict {}

    default boolean passes() {
        return this instanceof Pass;
    }

    /** As in "dropped: no rule allows it, so rule BlockAllRule blocks it". */
    default String sentence() {
        return (passes() ? "passed: " : "dropped: ") + cause().sentence();
    }
}
