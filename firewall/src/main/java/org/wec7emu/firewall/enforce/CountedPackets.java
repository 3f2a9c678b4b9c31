package org.wec7emu.firewall.enforce;

import org.wec7emu.firewall.Packet;

/**
 * Packets to or from a device that are alike in all that is told of them.
 *
 * @param example one of them: the other end's address, and what it was for. Its source port is 0, as packets of different
 *     source ports are counted together, and a TCP segment is shown as the SYN that most are
 * @param count how many there were, at least 1
 */
public record CountedPackets(Packet example, long count) {}
