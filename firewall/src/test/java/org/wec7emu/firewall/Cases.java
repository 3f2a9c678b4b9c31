package org.wec7emu.firewall;

/**
 * How many random cases a test tries. With {@code -Dcases.percent=5} it is every twentieth: for runs that repeat the tests
 * thousands of times, as those against mutants do.
 */
public final class Cases {
    private static final int PERCENT = Integer.getInteger("cases.percent", 100);

    private Cases() {}

    /** @param all as many as are tried unless told otherwise */
    public static int of(int all) {
        return Math.max(1, all * PERCENT / 100);
    }
}
