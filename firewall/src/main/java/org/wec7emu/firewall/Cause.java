package org.wec7emu.firewall;

/** Why a packet got its verdict. */
public sealed interface Cause {
    /** In a sentence that a person understands, without a full stop. */
    String sentence();

    /** The name of the rule that decided; empty when none did. */
    default String ruleName() {
        return "";
    }

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

    /** The packet belongs to a connection that was let in, whatever the rules say by now. */
    record LetInBefore() implements Cause {
        @Override
        public String sentence() {
            return "it belongs to a connection that was let in before";
        }
    }

    /**
     * A rule decided.
     *
     * @param dialect what made this rule beat others that match
     */
    record ByRule(Rule rule, Dialect dialect) implements Cause {
        @Override
        public String sentence() {
            boolean allowsAreFirst = dialect.precedence(rule.direction()).get(0) == Action.ALLOW;
            if (allowsAreFirst && rule.action() == Action.BLOCK && rule.isAboutEverything()) {
                return "no rule allows it, so rule " + rule.name() + " blocks it";
            }
            boolean beatsAllows = !allowsAreFirst && rule.action() == Action.BLOCK;
            return "rule " + rule.name() + ": " + rule.caption()
                    + (beatsAllows ? "; a block beats whatever is allowed" : "");
        }

        @Override
        public String ruleName() {
            return rule.name();
        }
    }

    /** No rule that decides matches, so the dialect's default holds. */
    record NoRule(Dialect dialect) implements Cause {
        @Override
        public String sentence() {
            return dialect.otherwise(Direction.INBOUND) == dialect.otherwise(Direction.OUTBOUND)
                    ? "no rule is about it"
                    : "no rule blocks or allows it, and then what comes in is dropped and what goes out passes";
        }
    }
}
