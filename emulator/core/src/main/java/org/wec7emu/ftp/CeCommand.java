package org.wec7emu.ftp;

/** What the device does when a verb comes in. */
@FunctionalInterface
interface CeCommand {
    /**
     * Runs to its last reply. May wait for a data connection; the wait ends when the control connection does.
     *
     * @param argument what stands behind the verb and one blank, as sent; empty when nothing does
     */
    void execute(CeSession session, String argument);
}
