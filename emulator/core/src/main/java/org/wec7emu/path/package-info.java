/**
 * The network between a client and the device, as the manual of the CX8191 draws it: nothing in between, or a NAT or a firewall
 * on the client's side.
 */
@NullMarked
package org.wec7emu.path;

import org.jspecify.annotations.NullMarked;
