/**
 * The firewall against real packets, in network namespaces that the tests make themselves: nothing of it touches the host's
 * own network, and nothing is left when the tests end, however they end.
 *
 * <p>The lab: {@link org.wec7emu.network.Namespace}s, {@link org.wec7emu.network.Link}s between them, Java code
 * {@link org.wec7emu.network.InNamespace}, and {@link org.wec7emu.network.PacketLab}, which sends single packets and tells
 * which of them got past the filter.
 */
@NullMarked
package org.wec7emu.network;

import org.jspecify.annotations.NullMarked;
