package org.wec7emu.profile.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.FtpAccess;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.profile.RandomRules;
import org.wec7emu.profile.UserList;
import org.wec7emu.profile.VirtualRoot;
import org.wec7emu.registry.RandomRegistries;
import org.wec7emu.registry.RegistryForm;

/** Devices whose firewall, FTP server and registry are set in every way that the registry's form can say. */
final class RandomDevices {
    private static final String[] DIRECTORIES = {"\\Temp", "\\Hard Disk\\ftp\\", "\\Größe", "\\a\\b c"};

    private static final String[] USER_LISTS = {"*", "-*", "guest;-@operators", "webguest"};

    private final Random random;
    private final RandomRules rules;
    private final RandomRegistries registries;
    private final Dialect dialect;
    private final DeviceProfile delivered;

    RandomDevices(long seed, Dialect dialect) throws ProfileException {
        this.delivered = RegistryEntries.delivered();
        this.random = new Random(seed);
        this.rules = new RandomRules(seed);
        this.registries = new RandomRegistries(seed, RegistryForm.VERSION_5);
        this.dialect = dialect;
    }

    DeviceProfile next() {
        return delivered
                .with(new RuleSet(dialect, random.nextBoolean(), dialect == Dialect.FW6 ? fw6() : cxConfig()))
                .with(delivered
                        .ftp()
                        .configured(
                                random.nextBoolean(),
                                access(delivered.ftp().access()),
                                random.nextBoolean(),
                                DIRECTORIES[random.nextInt(DIRECTORIES.length)]))
                .with(registries.next().keys());
    }

    private FtpAccess access(FtpAccess delivered) {
        List<VirtualRoot> roots = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            roots.add(new VirtualRoot("Größe " + i, DIRECTORIES[i] + i));
        }
        return new FtpAccess(
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                delivered.anonymousSeesHiddenFiles(),
                delivered.hiddenFiles(),
                delivered.directoriesNeedWrite(),
                random.nextBoolean(),
                UserList.parse(USER_LISTS[random.nextInt(USER_LISTS.length)]),
                delivered.accounts(),
                roots);
    }

    private List<Rule> fw6() {
        List<Rule> sayable = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Rule rule : rules.set().rules()) {
            if (isSayable(rule) && names.add(rule.name().toLowerCase(Locale.ROOT))) {
                sayable.add(rule);
            }
        }
        return sayable;
    }

    private static boolean isSayable(Rule rule) {
        try {
            return !FirewallRegistry.of(new RuleSet(Dialect.FW6, true, List.of(rule)))
                    .isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private List<Rule> cxConfig() {
        List<Rule> all = new ArrayList<>();
        if (random.nextBoolean()) {
            all.add(Rule.inbound(CxConfigRule.BLOCK_ALL, Action.BLOCK, Traffic.any()));
        }
        for (int i = random.nextInt(9); i > 0; i--) {
            String name = (random.nextBoolean() ? "rule" : "Rule of ours ") + i;
            int first = 1 + random.nextInt(65_535);
            PortRange ports = new PortRange(first, first + random.nextInt(65_536 - first));
            Rule rule = Rule.allow(name, random.nextBoolean() ? new Traffic.Tcp(ports) : new Traffic.Udp(ports));
            all.add(
                    switch (random.nextInt(4)) {
                        case 0 -> Rule.allow(name, Traffic.Icmp.of(random.nextInt(256), random.nextInt(256)));
                        case 1 -> Rule.allow(name, Traffic.any()).from(AddressRange.parse("10.0.0." + i));
                        case 2 -> rule.ofDevice(AddressRange.parse("0.0.0.0/0"));
                        default -> rule;
                    });
        }
        return all;
    }
}
