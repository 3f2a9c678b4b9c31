package org.wec7emu.firewall;

/** Why a packet got its verdict. */
public sealed interface Cause {
    /** In a sentence that a person understands, without a full stop. */
    String sentence();

    /** The firewall is off. */
    record FirewallOff() implements Cause {
        @Override
        public String sentence() {
            return "the firewall is off";
        }
    }

    /** The device talks to itself, which is never filtered. Source: Microsoft ee494230. */
    record LocalTraffic() implements Cause {
        @Override
        public String sentence() {
            return "the device talks to itself, which is never filtered";
        }
    }

    /** The packet answers a connection that the device began. */
    record Answer() implements Cause {
        @Override
        public String sentence() {
            return "it answers a connection that the device began";
        }
    }

    /** A rule decided. */
    record ByRule(Rule rule) implements Cause {
        @Override
        public String sentence() {
            boolean blocksAll = rule.action() == Action.BLOCK
                    && rule.traffic() instanceof Traffic.Any
                    && rule.publicHost().isEmpty()
                    && rule.privateHost().isEmpty();
            return blocksAll
                    ? "no rule allows it, so rule " + rule.name() + " blocks it"
                    : "rule " + rule.name() + ": " + rule.caption();
        }
    }

    /** No rule matches. */
    record NoRule(Dialect dialect) implements Cause {
        @Override
        public String sentence() {
            return "no rule is about it";
        }
    }
}
