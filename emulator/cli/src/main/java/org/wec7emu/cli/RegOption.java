package org.wec7emu.cli;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.registry.RegistryReading;

/** Registry files that are entered on a device before it starts. */
final class RegOption {
    private static final String REG = "--reg";

    private final Subcommand command;

    RegOption(Subcommand command) {
        this.command = command;
        command.repeatable(
                REG,
                "FILE.reg",
                "Enter a registry file (.reg) on the device, after the steps of the state and before --allow and --block."
                        + " May be given several times; the last file wins.");
    }

    /**
     * What becomes of the device in that state.
     *
     * @param summary in a line for the banner; null when no file was named
     * @param states names of those that the device might be started in
     */
    record Entered(DeviceProfile profile, @Nullable String summary, Set<String> states) {}

    /** @param wanted the state; null for the default */
    Entered enterOn(DeviceProfile delivered, @Nullable String wanted) throws BadInput {
        RegistryFiles files = RegistryFiles.read(command.values(REG));
        if (files.isEmpty()) {
            return new Entered(delivered, null, delivered.states().keySet());
        }
        String state = wanted == null ? delivered.defaultState() : wanted;
        ImageArgument.inState(delivered, state);
        RegistryReading reading = files.enteredOn(delivered.settledIn(state));
        RegistryFiles.printRemarks(reading, command.err());
        return new Entered(
                reading.profile(), files.summary(reading), delivered.states().keySet());
    }
}
