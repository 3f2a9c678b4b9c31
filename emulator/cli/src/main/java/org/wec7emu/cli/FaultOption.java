package org.wec7emu.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.wec7emu.device.Device;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.fault.FaultText;

/** What is to go wrong with the device from the start. */
final class FaultOption {
    private static final String FAULT = "--fault";

    private final Subcommand command;

    FaultOption(Subcommand command) {
        this.command = command;
        command.repeatable(
                FAULT,
                "FAULT",
                "What is to go wrong with the device, from the start; may be given several times. Each takes for=30s too, after"
                        + " which it ends by itself; docs/faults.md tells of each. " + examples() + ".");
    }

    static String examples() {
        return Arrays.stream(FaultKind.values()).map(FaultKind::example).collect(Collectors.joining("; "));
    }

    List<FaultText> read() throws BadInput {
        List<FaultText> faults = new ArrayList<>();
        for (String text : command.values(FAULT)) {
            try {
                faults.add(FaultText.parse(text));
            } catch (IllegalArgumentException e) {
                throw new BadInput(FAULT + " " + text + ": " + e.getMessage());
            }
        }
        return faults;
    }

    /** Starts them; a device that can't have one is closed. */
    static void start(List<FaultText> faults, Device device) throws BadInput, IOException {
        for (FaultText fault : faults) {
            try {
                device.faults().start(fault);
            } catch (IOException e) {
                device.close();
                throw new BadInput(FAULT + " " + fault.fault().kind().label() + ": " + e.getMessage());
            }
        }
    }
}
