package org.wec7emu.cli;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wec7emu.device.AddressPool;
import org.wec7emu.device.Device;
import org.wec7emu.device.DeviceBuilder;
import org.wec7emu.device.PortOffset;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.Enforcer;
import org.wec7emu.firewall.enforce.Placement;
import org.wec7emu.journal.Journal;
import org.wec7emu.path.NetworkPath;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.FleetFile;
import org.wec7emu.profile.FleetGroup;

/** Makes devices out of a fleet's file. What can't be is an error that names the group. */
final class FleetPlan {
    private static final String NAME = "{name}";

    private final FleetFile file;
    private final ProfilesOption profiles;
    private final EnforceOption enforce;
    private final PrintWriter err;
    private final Set<String> names = new HashSet<>();

    FleetPlan(FleetFile file, ProfilesOption profiles, EnforceOption enforce, PrintWriter err) {
        this.file = file;
        this.profiles = profiles;
        this.enforce = enforce;
        this.err = err;
    }

    List<FleetMember> members() throws BadInput {
        @Nullable
        PortOffset offset = file.portOffset().isEmpty()
                ? null
                : RunCommand.offset("port-offset", file.portOffset().get());
        AddressRange range = range("addresses", file.addresses());
        boolean oneForAll = range.equals(AddressRange.of(range.base()));
        if (oneForAll && !PortOffset.ANY_FREE.equals(offset) && devices() > 1) {
            throw new BadInput("addresses: " + file.addresses() + " is one address for " + devices()
                    + " devices; give a range, such as " + FleetFile.USUAL_ADDRESSES + ", or port-offset: any");
        }
        AddressPool pool = AddressPool.of(range);
        for (FleetGroup group : file.groups()) {
            reserve(group, pool);
        }
        List<FleetMember> members = new ArrayList<>();
        for (FleetGroup group : file.groups()) {
            add(group, oneForAll ? null : pool, range.base(), offset, members);
        }
        return members;
    }

    private int devices() {
        return file.groups().stream().mapToInt(FleetGroup::count).sum();
    }

    /** Addresses that a group names are nobody else's. */
    private static void reserve(FleetGroup group, AddressPool pool) throws BadInput {
        if (group.address().isPresent()) {
            InetAddress first =
                    range(in(group, "address"), group.address().get()).base();
            for (int i = 0; i < group.count(); i++) {
                pool.take(AddressPool.behind(first, i));
            }
        }
    }

    private static AddressRange range(String what, String text) throws BadInput {
        try {
            return AddressRange.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput(what + ": " + e.getMessage());
        }
    }

    private static String in(FleetGroup group, String key) {
        return "devices." + group.name() + "." + key;
    }

    private void add(
            FleetGroup group,
            @Nullable AddressPool pool,
            InetAddress shared,
            @Nullable PortOffset offset,
            List<FleetMember> members)
            throws BadInput {
        DeviceProfile delivered = profiles.read(group.image());
        String state = group.state().orElse(delivered.defaultState());
        DeviceProfile inState = ImageArgument.inState(delivered, state);
        RegistryFiles files = RegistryFiles.read(group.reg().stream()
                .map(name -> file.folder().resolve(name).toString())
                .toList());
        DeviceProfile entered = files.isEmpty()
                ? delivered
                : files.enteredOn(delivered.settledIn(state)).profile();
        String running = files.isEmpty() ? state : entered.defaultState();
        RuleSet rules = rules(
                group,
                files.isEmpty() ? inState.firewall() : entered.inState(running).firewall());
        List<String> own = group.names();
        for (int i = 0; i < own.size(); i++) {
            if (!names.add(own.get(i))) {
                throw new BadInput("devices." + group.name() + ": there is a device " + own.get(i)
                        + " already; name one of the groups otherwise");
            }
            Journal journal = new Journal();
            DeviceBuilder plan = Device.builder(entered)
                    .state(running)
                    .firewall(rules)
                    .services(group.services())
                    .path(path(group))
                    .journal(journal);
            InetAddress address = address(group, i, pool, shared);
            place(plan, address, offset);
            root(group, own.get(i)).ifPresent(plan::root);
            members.add(new FleetMember(own.get(i), plan, journal));
        }
    }

    private static InetAddress address(FleetGroup group, int i, @Nullable AddressPool pool, InetAddress shared)
            throws BadInput {
        if (group.address().isPresent()) {
            return AddressPool.behind(
                    range(in(group, "address"), group.address().get()).base(), i);
        }
        try {
            return pool == null ? shared : pool.next();
        } catch (NoSuchElementException e) {
            throw new BadInput("addresses: " + e.getMessage());
        }
    }

    private void place(DeviceBuilder plan, InetAddress address, @Nullable PortOffset offset) throws BadInput {
        plan.bind(address);
        if (offset != null) {
            plan.portOffset(offset);
        }
        Optional<Enforcer> enforcer =
                enforce.named(new Placement(address, offset == null || offset.equals(PortOffset.NONE)));
        enforcer.ifPresent(plan::enforcer);
    }

    private RuleSet rules(FleetGroup group, RuleSet ofState) throws BadInput {
        RuleSet switched = group.firewall().map(ofState::withEnabled).orElse(ofState);
        return new RuleEntry()
                .add("allow", in(group, "allow"), Action.ALLOW, group.allow())
                .add("block", in(group, "block"), Action.BLOCK, group.block())
                .into(switched, remark -> err.println("wec7emu: devices." + group.name() + ": " + remark));
    }

    private static NetworkPath path(FleetGroup group) throws BadInput {
        return group.path().isEmpty()
                ? NetworkPath.DIRECT
                : PathOption.path(in(group, "path"), group.path().get());
    }

    /** Made if it is a device's own; one that all of a group share must be there. */
    private Optional<Path> root(FleetGroup group, String name) throws BadInput {
        if (group.root().isEmpty()) {
            return Optional.empty();
        }
        String text = group.root().get();
        if (group.count() > 1 && !text.contains(NAME)) {
            throw new BadInput(in(group, "root") + ": " + group.count() + " devices can't share their files; write "
                    + NAME + " where the device's name is to stand, as in files/" + NAME);
        }
        try {
            Path root = file.folder().resolve(text.replace(NAME, name));
            Files.createDirectories(root);
            return Optional.of(root);
        } catch (java.io.IOException | InvalidPathException e) {
            throw new BadInput(in(group, "root") + ": the directory can't be made: " + e.getMessage());
        }
    }
}
