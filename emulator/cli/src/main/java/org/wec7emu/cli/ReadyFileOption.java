package org.wec7emu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wec7emu.device.Device;
import org.wec7emu.journal.DeviceEvent;

/** A file that stands while the device does, and says where: for scripts that wait for it. */
final class ReadyFileOption {
    private static final String READY = "--ready-file";

    private final Subcommand command;
    private @Nullable Path file;

    ReadyFileOption(Subcommand command) {
        this.command = command;
        command.option(
                READY,
                "FILE",
                "Written once the device is up, removed when it goes: WEC7_HOST, WEC7_PORT, WEC7_USER, WEC7_PASSWORD, WEC7_URL,"
                        + " as a shell reads them, WEC7_ANSWERS=no where the device doesn't answer, as in state factory, and"
                        + " WEC7_CONTROL, where --control is.");
    }

    /** Makes sure, before the device starts, that the file can be written; one of an earlier run goes. */
    void prepare() throws BadInput {
        String name = command.value(READY);
        if (name == null) {
            return;
        }
        try {
            Path named = Path.of(name).toAbsolutePath();
            if (Files.exists(named) && !Files.isRegularFile(named)) {
                throw new BadInput(
                        READY + " " + name + ": this is no file that could be replaced; choose another name");
            }
            Files.deleteIfExists(named);
            Files.writeString(part(named), "");
            file = named;
        } catch (NoSuchFileException e) {
            throw new BadInput(READY + " " + name + ": can't be written: its directory doesn't exist");
        } catch (IOException | InvalidPathException e) {
            throw new BadInput(READY + " " + name + ": can't be written: " + e.getMessage());
        }
    }

    /**
     * @param answers whether a client can log in
     * @param control the control API's URL; null for none
     */
    void write(Device device, boolean answers, @Nullable String control) {
        Path ready = file;
        if (ready == null) {
            return;
        }
        try {
            Files.writeString(part(ready), text(device, answers, control));
            Files.move(part(ready), ready, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            device.journal().listen(event -> removeAtEnd(ready, event));
        } catch (IOException e) {
            command.err().println("wec7emu: " + READY + " " + ready + ": can't be written: " + e.getMessage());
        }
    }

    /** Written first, as nobody is to read half of it. */
    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    private static String text(Device device, boolean answers, @Nullable String control) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("ANSWERS", answers ? "yes" : "no");
        values.put("HOST", device.host());
        values.put("PORT", Integer.toString(device.port()));
        values.put("USER", device.user());
        values.put("PASSWORD", device.password());
        values.put("URL", device.url());
        if (control != null) {
            values.put("CONTROL", control);
        }
        StringBuilder lines = new StringBuilder();
        values.forEach((key, value) -> lines.append("WEC7_")
                .append(key)
                .append("='")
                .append(value.replace("'", "'\\''"))
                .append("'\n"));
        return lines.toString();
    }

    private static void removeAtEnd(Path file, DeviceEvent event) {
        if (event instanceof DeviceEvent.DeviceStopped stopped && stopped.stop() == DeviceEvent.Stop.SHUTDOWN) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // whoever reads it finds nobody there, which says the same
            }
        }
    }
}
