/**
 * A Windows registry as {@code .reg} files have it: read, changed, written. It knows nothing of devices.
 *
 * <p>Sources: Microsoft's support article 310516 (the syntax of {@code .reg} files), Registry File (Windows Embedded CE 6.0),
 * ee478730, and Registry File (Windows CE 5.0), ms923642 (the files without a header of which CE images are built), and the files
 * in https://github.com/pcdshub/pcds-plc-image-generator, which their authors import on Beckhoff's CE devices.
 */
@NullMarked
package org.wec7emu.registry;

import org.jspecify.annotations.NullMarked;
