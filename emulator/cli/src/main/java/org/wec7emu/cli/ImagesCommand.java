package org.wec7emu.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.Grade;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.profile.ProfileException;

/** The catalogue. */
final class ImagesCommand extends Subcommand {
    private static final String JSON = "--json";

    private final ProfilesOption directories;

    ImagesCommand() {
        super("images", "Lists the images of the catalogue, and how well each is known.");
        directories = new ProfilesOption(this);
        flag(JSON, "Print JSON.");
    }

    @Override
    public Integer call() throws BadInput, IOException {
        List<DeviceProfile> profiles = new ArrayList<>();
        ProfileCatalog catalog = directories.catalog();
        for (String name : catalog.names()) {
            try {
                profiles.add(catalog.find(name));
            } catch (ProfileException e) {
                err().println("wec7emu: left out: " + e.mistakes().get(0)
                        + (e.mistakes().size() > 1 ? " (and more; wec7emu validate tells all)" : ""));
            }
        }
        if (isSet(JSON)) {
            Json.print(out(), generator -> write(generator, profiles));
        } else {
            print(out(), profiles);
        }
        return ExitCode.GOOD;
    }

    private static void print(PrintWriter out, List<DeviceProfile> profiles) {
        Columns table = new Columns();
        table.row("IMAGE", "DEVICES", "SYSTEM", "FIREWALL", "FTP USER", "EVIDENCE");
        for (DeviceProfile profile : profiles) {
            table.row(
                    profile.image() + (profile.synthetic() ? " (synthetic)" : ""),
                    String.join(", ", profile.devices()),
                    profile.operatingSystem(),
                    profile.firewall().enabled() ? "on" : "off",
                    profile.ftp().access().example().user(),
                    EvidenceShares.of(profile).text());
        }
        table.print(out);
    }

    private static void write(JsonGenerator generator, List<DeviceProfile> profiles) throws IOException {
        generator.writeStartArray();
        for (DeviceProfile profile : profiles) {
            generator.writeStartObject();
            generator.writeStringField("image", profile.image());
            generator.writeBooleanField("synthetic", profile.synthetic());
            generator.writeStringField("description", profile.description());
            generator.writeFieldName("devices");
            generator.writeArray(
                    profile.devices().toArray(new String[0]),
                    0,
                    profile.devices().size());
            generator.writeStringField("system", profile.operatingSystem());
            generator.writeBooleanField("firewall", profile.firewall().enabled());
            generator.writeStringField(
                    "ftpUser", profile.ftp().access().example().user());
            EvidenceShares shares = EvidenceShares.of(profile);
            generator.writeObjectFieldStart("values");
            for (Grade grade : Grade.values()) {
                generator.writeNumberField(grade.label(), shares.counts().getOrDefault(grade, 0));
            }
            generator.writeEndObject();
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }
}
