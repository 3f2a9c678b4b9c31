package org.wec7emu.firewall;

/**
 * What a rule does with a packet that it matches.
 *
 * <p>The three flags of {@code FWF_*} of which a rule has exactly one; source: Windows CE firewall rule flags, Microsoft
 * ee493692.
 */
public enum Action {
    ALLOW,
    BLOCK,
    /** Notes the packet and decides nothing. */
    LOG
}
