package org.wec7emu.measure.behaviour;

/**
 * Something that a user can notice of a device.
 *
 * @param topic what it means to a user
 * @param name what it is, unique within its topic, such as "PASV, LIST"
 * @param how how it is measured, in a sentence without a full stop
 */
public record Behaviour(Topic topic, String name, String how) {}
