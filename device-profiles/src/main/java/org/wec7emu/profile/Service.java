package org.wec7emu.profile;

/**
 * What an image offers on one port besides FTP.
 *
 * @param name such as https
 * @param port as the device knows it, 1 to 49151: below the stack's ephemeral ports
 * @param listening whether it runs as delivered
 */
public record Service(String name, Protocol protocol, int port, boolean listening) {
    /** What carries it. */
    public enum Protocol {
        TCP,
        UDP;

        /** The word for it in profiles. */
        public String label() {
            return Phrases.label(this);
        }
    }
}
