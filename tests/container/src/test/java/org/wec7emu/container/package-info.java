/** The container image in the networks that Docker makes, with real clients. */
package org.wec7emu.container;
