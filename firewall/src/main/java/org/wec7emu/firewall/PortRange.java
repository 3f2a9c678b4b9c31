package org.wec7emu.firewall;

/**
 * Ports {@code first} to {@code last}, both included.
 *
 * @param first lowest port, 0 to 65535
 * @param last highest port, {@code first} to 65535
 */
public record PortRange(int first, int last) {
    private static final int HIGHEST = 65535;

    /** @throws IllegalArgumentException when a port is outside 0 to 65535 or {@code first > last} */
    public PortRange {
        if (first < 0 || last > HIGHEST || first > last) {
            throw new IllegalArgumentException("no port range: " + first + "-" + last + " (0-65535, lower port first)");
        }
    }

    public static PortRange of(int port) {
        return new PortRange(port, port);
    }

    /**
     * Reads {@code 21} or {@code 49152-65535}.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    public static PortRange parse(String text) {
        int dash = text.indexOf('-');
        try {
            return dash < 0
                    ? of(Integer.parseInt(text.strip()))
                    : new PortRange(
                            Integer.parseInt(text.substring(0, dash).strip()),
                            Integer.parseInt(text.substring(dash + 1).strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("no port or port range: '" + text + "' (as in 21 or 20-21)", e);
        }
    }

    public boolean contains(int port) {
        return first <= port && port <= last;
    }

    public boolean isSinglePort() {
        return first == last;
    }

    @Override
    public String toString() {
        return isSinglePort() ? Integer.toString(first) : first + "-" + last;
    }
}
