package org.wec7emu.registry;

import java.util.List;

/**
 * A registry file, or what one says, can't be used. The message has one line a mistake, each {@code file:line:column: what is
 * wrong; what would be right}.
 */
public final class RegistryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    /** @param mistakes at least one, in file order */
    public RegistryException(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<String> mistakes() {
        return mistakes;
    }
}
