/**
 * The FTP server of Windows CE: its commands, replies, listing and data connections, over Apache FtpServer's control
 * connection and sessions.
 */
@NullMarked
package org.wec7emu.ftp;

import org.jspecify.annotations.NullMarked;
