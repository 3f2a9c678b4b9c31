package org.wec7emu.profile;

import java.util.List;

/**
 * What an owner did to a device since it was delivered.
 *
 * @param description one line
 * @param steps in order; none for the device as delivered
 */
public record DeviceState(String description, List<Step> steps) {}
