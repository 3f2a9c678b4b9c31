package org.wec7emu.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.wec7emu.device.Device;
import org.wec7emu.fault.Fault;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.fault.FaultText;

/**
 * What a person or a script types while a device runs: a command a line. Answers are messages; what happens to the device is in its
 * events.
 */
final class CommandLines {
    static final String HELP =
            "fault FAULT (as --fault has it), end FAULT, end all, faults, restart, power-cut, reset, reset STATE, help";

    private final Device device;
    private final PrintWriter answers;

    CommandLines(Device device, PrintWriter answers) {
        this.device = device;
        this.answers = answers;
    }

    /** Obeys what comes, in a thread of its own, to the end of the input; the device goes on then. */
    void follow(InputStream input) {
        Thread reading = new Thread(() -> read(input), "wec7emu-commands");
        reading.setDaemon(true);
        reading.start();
    }

    private void read(InputStream input) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    answer(line.strip());
                }
            }
        } catch (IOException e) {
            answers.println("wec7emu: no more commands: " + e.getMessage());
        }
    }

    private void answer(String line) {
        try {
            obey(line);
        } catch (IllegalArgumentException | IllegalStateException | IOException e) {
            answers.println("wec7emu: " + line + ": " + e.getMessage());
        }
    }

    /**
     * Does what a line says.
     *
     * @throws IllegalArgumentException when it isn't understood; the message says what to write
     * @throws IOException when it can't be done on this host
     */
    void obey(String line) throws IOException {
        int blank = line.indexOf(' ');
        String verb = (blank < 0 ? line : line.substring(0, blank)).toLowerCase(Locale.ROOT);
        String rest = blank < 0 ? "" : line.substring(blank + 1).strip();
        switch (verb) {
            case "fault" -> device.faults().start(FaultText.parse(rest));
            case "end" -> end(rest);
            case "faults" -> list();
            case "restart" -> device.restart();
            case "power-cut" -> device.powerCut();
            case "reset" -> reset(rest);
            case "help" -> answers.println(HELP + "\nfaults: " + FaultOption.examples());
            default -> throw new IllegalArgumentException("there is no such command; there are: " + HELP);
        }
    }

    private void reset(String state) throws IOException {
        if (state.isEmpty()) {
            device.reset();
        } else {
            device.reset(state);
        }
    }

    private void end(String name) {
        if (name.equalsIgnoreCase("all")) {
            device.faults().endAll();
            return;
        }
        Optional<FaultKind> kind = FaultKind.labelled(name);
        if (kind.isEmpty() || !device.faults().end(kind.get())) {
            throw new IllegalArgumentException("no such fault is on; faults lists those that are");
        }
    }

    private void list() {
        for (Fault fault : device.faults().active()) {
            String parameters = FaultText.parameters(fault);
            answers.println(fault.kind().label() + (parameters.isEmpty() ? "" : "," + parameters) + ": "
                    + fault.kind().description());
        }
        if (device.faults().active().isEmpty()) {
            answers.println("no fault is on");
        }
    }
}
