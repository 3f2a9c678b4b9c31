/**
 * The level {@code nftables}: the rules of a device become chains of one table that this process owns, and the kernel's packet
 * filter asks them about every packet to and from the device's own address: TCP, UDP, ICMP and the rest, whether anything
 * listens or not. The connections let in and begun inside are remembered in sets of that table with the times that Windows CE
 * documents; the kernel's connection tracking, which is the whole host's, isn't touched.
 *
 * <p>All contact with libnftables is here.
 */
@NullMarked
package org.wec7emu.firewall.enforce.nftables;

import org.jspecify.annotations.NullMarked;
