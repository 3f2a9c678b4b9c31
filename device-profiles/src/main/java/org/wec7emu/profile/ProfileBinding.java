package org.wec7emu.profile;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.profile.SourceList.Source;
import org.wec7emu.registry.RegistryKey;

/** Makes the records of a profile out of a complete tree: merged, with evidence. */
final class ProfileBinding {
    private static final String CLOCK = "cold-boot-clock";
    private static final String CLOCK_EXAMPLE = "2003-01-01 12:00";
    /** The first that FAT can say. */
    private static final int FIRST_YEAR = 1980;

    private static final int LAST_YEAR = 2099;
    private static final DateTimeFormatter CLOCK_FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final Node.Mapping root;
    private final Map<String, Source> sources;
    private final Mistakes mistakes;

    ProfileBinding(WholeTree whole, Mistakes mistakes) {
        root = ImageFile.named(whole.tree(), whole.image());
        sources = Collections.unmodifiableMap(whole.sources());
        this.mistakes = mistakes;
    }

    DeviceProfile bind() throws ProfileException {
        Cursor top = new Cursor(root, "", mistakes);
        Cursor image = top.section("image", "name: CX8100_WEC7_LF_v604h_TC31_B4022.20");
        String name = image.text("name", "CX8100_WEC7_LF_v604h_TC31_B4022.20");
        if (!name.isEmpty() && !Names.isImage(name)) {
            image.reject(
                    "name",
                    Quoted.of(name) + " can't be an image's name; write letters, digits, '_', '-' and '.' only");
        }
        boolean synthetic = image.flag("synthetic");
        String description = image.text("description", "first image with its firewall on");
        List<String> devices = new ArrayList<>();
        for (Node.Scalar device : image.texts("devices", "CX8191")) {
            devices.add(device.text());
        }
        String operatingSystem = image.text("operating-system", "Windows Embedded Compact 7");
        LocalDateTime coldBootClock = clock(image);
        image.close();
        PortRange ephemeralPorts = stack(top.section("stack", "ephemeral-ports: " + PassivePorts.STACK_RANGE));
        RuleSet firewall = new FirewallSection(top.section("firewall", "dialect: cxconfig")).read();
        FtpProfile ftp = new FtpSection(top.section("ftp", "server-active: false"), mistakes).read();
        List<Service> services =
                new ServicesSection(top.section("services", "https: {" + ServicesSection.EXAMPLE + "}")).read();
        StorageProfile storage = new StorageSection(top.section("storage", "card: '\\Hard Disk'"), mistakes).read();
        Map<String, DeviceState> states = new StatesSection(
                        top.section("states", "factory: {description: as delivered, steps: []}"), mistakes)
                .read();
        String defaultState = defaultState(top, states);
        List<RegistryKey> registry = top.has(RegistrySection.KEY)
                ? new RegistrySection(top.section(RegistrySection.KEY, RegistrySection.EXAMPLE), mistakes).read()
                : List.of();
        top.close();
        mistakes.throwIfAny();
        return new DeviceProfile(
                name,
                synthetic,
                description,
                List.copyOf(devices),
                operatingSystem,
                coldBootClock,
                ephemeralPorts,
                firewall,
                ftp,
                services,
                storage,
                states,
                defaultState,
                registry,
                sources,
                new LeafList().of(root));
    }

    private static LocalDateTime clock(Cursor image) {
        String text = image.text(CLOCK, CLOCK_EXAMPLE);
        try {
            LocalDateTime clock = text.isEmpty() ? LocalDateTime.MIN : LocalDateTime.parse(text, CLOCK_FORM);
            if (text.isEmpty() || (clock.getYear() >= FIRST_YEAR && clock.getYear() <= LAST_YEAR)) {
                return clock;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        image.reject(
                CLOCK,
                Quoted.of(text) + " is no date and time from " + FIRST_YEAR + " to " + LAST_YEAR
                        + "; write for example " + CLOCK_EXAMPLE);
        return LocalDateTime.MIN;
    }

    private static PortRange stack(Cursor stack) {
        String text = stack.text("ephemeral-ports", PassivePorts.STACK_RANGE);
        if (!text.isEmpty() && !text.equals(PassivePorts.STACK_RANGE)) {
            stack.reject(
                    "ephemeral-ports",
                    Quoted.of(text) + " isn't the stack's range, " + PassivePorts.STACK_RANGE + ": "
                            + PassivePorts.REASON);
        }
        stack.close();
        PortRange range = Ports.parse(PassivePorts.STACK_RANGE);
        return range == null ? PortRange.of(0) : range;
    }

    private static String defaultState(Cursor top, Map<String, DeviceState> states) {
        String name = top.text("default-state", "factory");
        if (!name.isEmpty() && !states.isEmpty() && !states.containsKey(name)) {
            top.reject(
                    "default-state",
                    "there is no state " + Quoted.of(name) + "; "
                            + NearestName.suggestion(
                                    name, states.keySet(), "one of: " + String.join(", ", states.keySet())));
        }
        return name;
    }
}
