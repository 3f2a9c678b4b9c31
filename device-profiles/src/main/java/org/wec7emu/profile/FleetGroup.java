package org.wec7emu.profile;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Devices of a fleet that are alike. What stands for another kind of thing, such as a rule, is kept as it was written.
 *
 * @param name of the device, or what the names of several begin with
 * @param image a name of the catalogue, or as much of its beginning as is unique, or a profile's file
 * @param count how many, 1 to {@value #MOST}
 * @param state empty for the profile's default
 * @param address of the first device, the others have the following ones; empty for the next ones of the fleet's
 * @param root the host's directory that clients see, {@code {name}} standing for the device's name; empty for a temporary one
 * @param firewall whether it is on; empty for the state's
 * @param allow rules that let in, as {@code tcp/80}
 * @param block rules that drop
 * @param reg registry files
 * @param path the network between clients and the devices; empty for none in between
 * @param services whether they offer what the image has besides FTP
 */
public record FleetGroup(
        String name,
        String image,
        int count,
        Optional<String> state,
        Optional<String> address,
        Optional<String> root,
        Optional<Boolean> firewall,
        List<String> allow,
        List<String> block,
        List<String> reg,
        Optional<String> path,
        boolean services) {
    /** As many as have an address in a network of 127.x.0.0/16, less what is left for others. */
    public static final int MOST = 60_000;

    private enum Switch {
        ON,
        OFF
    }

    public FleetGroup {
        allow = List.copyOf(allow);
        block = List.copyOf(block);
        reg = List.copyOf(reg);
    }

    static FleetGroup of(String name, Cursor group) {
        FleetGroup read = new FleetGroup(
                name,
                group.text("image", "CX8100_WEC7_LF_v604h"),
                group.has("count") ? group.number("count", 1, MOST, 20) : 1,
                text(group, "state", "factory"),
                text(group, "address", "127.21.5.1"),
                text(group, "root", "files/{name}"),
                group.has("firewall")
                        ? Optional.of(group.choice("firewall", Switch.values()) == Switch.ON)
                        : Optional.empty(),
                texts(group, "allow", "tcp/80"),
                texts(group, "block", "tcp/21"),
                texts(group, "reg", "settings.reg"),
                text(group, "path", "client-nat"),
                !group.has("services") || group.flag("services"));
        group.mayHave(List.of(
                "image", "count", "state", "address", "root", "firewall", "allow", "block", "reg", "path", "services"));
        group.close();
        return read;
    }

    private static Optional<String> text(Cursor group, String key, String example) {
        return group.has(key) ? Optional.of(group.text(key, example)) : Optional.empty();
    }

    private static List<String> texts(Cursor group, String key, String example) {
        return group.has(key)
                ? group.texts(key, example).stream().map(Node.Scalar::text).toList()
                : List.of();
    }

    /** The names of its devices: the group's own where there is one, else with a number from 1 behind. */
    public List<String> names() {
        return count == 1
                ? List.of(name)
                : IntStream.rangeClosed(1, count).mapToObj(n -> name + "-" + n).toList();
    }
}
