package org.wec7emu.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.wec7emu.profile.DeviceInState;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.DeviceState;
import org.wec7emu.profile.ProfileValue;
import org.wec7emu.profile.Step;

/** The values of an image. */
final class ShowCommand extends Subcommand {
    private static final String STATE = "--state";
    private static final String JSON = "--json";

    private final ProfilesOption profiles;

    ShowCommand() {
        super("show", "Shows an image in a state: each value with its grade and source.");
        parameter("IMAGE", ImageArgument.DESCRIPTION);
        profiles = new ProfilesOption(this);
        option(STATE, "STATE", "A state of the profile; its default state unless told.");
        flag(JSON, "Print JSON.");
    }

    @Override
    public Integer call() throws BadInput, IOException {
        DeviceProfile delivered = profiles.read(parameter());
        String wanted = value(STATE);
        String name = wanted == null ? delivered.defaultState() : wanted;
        DeviceInState device = ImageArgument.device(delivered, name);
        if (isSet(JSON)) {
            Json.print(out(), generator -> write(generator, device.profile(), name, device.values()));
        } else {
            print(out(), device.profile(), name, device.values());
        }
        return ExitCode.GOOD;
    }

    private static void print(PrintWriter out, DeviceProfile profile, String state, List<ProfileValue> values) {
        out.println(
                "Image " + profile.image() + (profile.synthetic() ? " (synthetic: no such image was published)" : ""));
        DeviceState made = profile.state(state);
        out.println("State " + state + ": " + made.description());
        int number = 1;
        for (Step step : made.steps()) {
            out.println("  " + number++ + ". " + step.instruction());
        }
        out.println();
        Columns table = new Columns();
        table.row("VALUE", "", "GRADE", "SOURCE");
        Set<String> sources = new TreeSet<>();
        for (ProfileValue value : values) {
            String source = value.evidence().source();
            table.row(value.path(), value.text(), value.evidence().grade().label(), source);
            if (!source.isEmpty()) {
                sources.add(source);
            }
        }
        table.print(out);
        out.println();
        out.println("Sources:");
        Columns list = new Columns();
        for (String key : sources) {
            profile.source(key).ifPresent(source -> list.row("  " + key, source.title(), source.url()));
        }
        list.print(out);
        out.println();
        out.println(EvidenceShares.of(profile).text() + "; --json prints the notes too");
    }

    private static void write(JsonGenerator generator, DeviceProfile profile, String state, List<ProfileValue> values)
            throws IOException {
        generator.writeStartObject();
        generator.writeStringField("image", profile.image());
        generator.writeBooleanField("synthetic", profile.synthetic());
        generator.writeStringField("state", state);
        generator.writeStringField("description", profile.state(state).description());
        generator.writeArrayFieldStart("steps");
        for (Step step : profile.state(state).steps()) {
            generator.writeString(step.instruction());
        }
        generator.writeEndArray();
        generator.writeArrayFieldStart("values");
        for (ProfileValue value : values) {
            generator.writeStartObject();
            ValueJson.writeFields(generator, value);
            generator.writeEndObject();
        }
        generator.writeEndArray();
        generator.writeEndObject();
    }
}
