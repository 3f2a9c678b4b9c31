package org.wec7emu.cli;

import java.util.List;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.registry.ProfileRegistry;
import org.wec7emu.registry.RegistryForm;
import org.wec7emu.registry.RegistryKey;
import org.wec7emu.registry.RegistryText;

/** The registry of a device, as far as a profile knows it. */
final class ExportCommand extends Subcommand {
    private static final String STATE = "--state";
    private static final String FORM = "--form";

    private final ProfilesOption profiles;
    private final OutOption output;

    ExportCommand() {
        super(
                "export",
                "Writes the registry keys of an image in a state: firewall, FTP server, and what an imported profile keeps.");
        parameter("IMAGE", ImageArgument.DESCRIPTION);
        profiles = new ProfilesOption(this);
        option(STATE, "STATE", "A state of the profile; its default state unless told.");
        option(
                FORM,
                "4|5",
                "4: REGEDIT4, in the code page windows-1252, as such devices write it, unless told; 5: Windows Registry"
                        + " Editor Version 5.00, in UTF-16.");
        output = new OutOption(this, "FILE.reg");
    }

    @Override
    public Integer call() throws BadInput {
        RegistryForm form = form();
        DeviceProfile delivered = profiles.read(parameter());
        String wanted = value(STATE);
        String state = wanted == null ? delivered.defaultState() : wanted;
        DeviceProfile profile = ImageArgument.inState(delivered, state);
        try {
            List<RegistryKey> keys = ProfileRegistry.of(profile).keys();
            int values = keys.stream().mapToInt(key -> key.values().size()).sum();
            output.write(
                    RegistryText.bytes(keys, form),
                    profile.image() + ", state " + state + ": " + keys.size() + " keys, " + values + " values");
        } catch (IllegalArgumentException e) {
            boolean other = form == RegistryForm.REGEDIT4
                    && String.valueOf(e.getMessage()).contains("windows-1252");
            throw new BadInput(e.getMessage() + (other ? "; " + FORM + " 5 has all characters" : ""));
        }
        return ExitCode.GOOD;
    }

    private RegistryForm form() throws BadInput {
        String form = value(FORM);
        if (form == null || form.equals("4")) {
            return RegistryForm.REGEDIT4;
        } else if (form.equals("5")) {
            return RegistryForm.VERSION_5;
        }
        throw new BadInput(FORM + " " + form + ": there is no such form; 4 is REGEDIT4, 5 is Version 5.00");
    }
}
