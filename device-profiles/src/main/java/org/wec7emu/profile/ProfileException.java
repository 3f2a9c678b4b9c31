package org.wec7emu.profile;

import java.util.List;

/**
 * A profile can't be used. The message has one line a mistake, each {@code file:line:column: what is wrong; what would be
 * right}.
 */
public final class ProfileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    /** @param mistakes at least one, in file order */
    public ProfileException(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<String> mistakes() {
        return mistakes;
    }
}
