/**
 * What can go wrong with a device while it runs: the faults, how users write them, and which of them are on. What a fault does
 * stands where it happens: in the FTP server, the storage, the ports.
 */
@NullMarked
package org.wec7emu.fault;

import org.jspecify.annotations.NullMarked;
