package org.wec7emu.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.network.Nmap.PortState;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.profile.ProfileException;

/** What nmap sees of a running device is what its profile says, whatever enforces the firewall. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(150)
class ScanTests {
    private static final String V604H = "CX8100_WEC7_LF_v604h_TC31_B4022.20";
    private static final String BASELINE = "CX8100_WEC7_LF_pre-v604h";
    private static final String MICROSOFT = "Microsoft_CE6";
    /** DHCP, SNMP, ADS discovery, and one that nobody knows. */
    private static final List<Integer> UDP_PORTS = List.of(68, 161, 40_000, 48_899);

    @TempDir
    private Path temporary;

    /** One device to be scanned. */
    private record Cell(String image, String state, Switch firewall, InetAddress device, EnforcementLevel level) {
        Visible visible() throws ProfileException {
            DeviceProfile profile = ProfileCatalog.bundled().find(image).inState(state);
            InetAddress client = device.getAddress().length == 4 ? Addresses.CLIENT : Addresses.CLIENT_IPV6;
            return new Visible(profile, firewall.appliedTo(profile.firewall()), client, device);
        }

        List<String> options() {
            List<String> options = new ArrayList<>(List.of("--state", state, "--enforce", level.label()));
            options.addAll(firewall.options);
            return options;
        }

        @Override
        public String toString() {
            return image + " " + state + ", firewall " + firewall + ", at " + device.getHostAddress() + ", by "
                    + level.label();
        }
    }

    private enum Switch {
        AS_IN_THE_IMAGE(List.of()),
        ON(List.of("--firewall", "on")),
        OFF(List.of("--firewall", "off"));

        private final List<String> options;

        Switch(List<String> options) {
            this.options = options;
        }

        RuleSet appliedTo(RuleSet rules) {
            return this == AS_IN_THE_IMAGE ? rules : rules.withEnabled(this == ON);
        }
    }

    /**
     * The images that the manual's chapter is about, at all levels; Microsoft's dialect at the one that shows all of a device; and
     * of the others those that look otherwise from outside than any before, at the quickest one, which scans few ports.
     */
    private static Stream<Cell> cells() throws ProfileException {
        Cell whole =
                new Cell(MICROSOFT, "ftp-ready", Switch.AS_IN_THE_IMAGE, Addresses.DEVICE, EnforcementLevel.NFTABLES);
        List<Cell> others = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>(List.of(outside(V604H), outside(BASELINE), outside(MICROSOFT)));
        for (String name : ProfileCatalog.bundled().names()) {
            if (seen.add(outside(name))) {
                others.add(
                        new Cell(name, "ftp-ready", Switch.AS_IN_THE_IMAGE, Addresses.DEVICE, EnforcementLevel.SOCKET));
            }
        }
        return Stream.concat(Stream.concat(atAllLevels(), Stream.of(whole)), others.stream());
    }

    private static List<Object> outside(String image) throws ProfileException {
        DeviceProfile ready = ProfileCatalog.bundled().find(image).inState("ftp-ready");
        return List.of(ready.firewall(), ready.services());
    }

    private static Stream<Cell> atAllLevels() {
        return Stream.of(EnforcementLevel.values())
                .flatMap(level -> Stream.of(
                        new Cell(V604H, "factory", Switch.AS_IN_THE_IMAGE, Addresses.DEVICE, level),
                        new Cell(V604H, "ftp-ready", Switch.AS_IN_THE_IMAGE, Addresses.DEVICE, level),
                        new Cell(V604H, "ftp-ready", Switch.AS_IN_THE_IMAGE, Addresses.DEVICE_IPV6, level),
                        new Cell(V604H, "ftp-ready", Switch.OFF, Addresses.DEVICE, level),
                        new Cell(BASELINE, "factory", Switch.AS_IN_THE_IMAGE, Addresses.DEVICE, level),
                        new Cell(BASELINE, "ftp-ready", Switch.ON, Addresses.DEVICE, level)));
    }

    @BeforeAll
    static void needsNmap() throws Exception {
        Requirements.assumeNmap();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void showsTheDeviceOfTheProfile(Cell cell) throws Exception {
        Visible expected = cell.visible();
        try (TwoHosts hosts = TwoHosts.linked()) {
            Requirements.assumeLevel(cell.level(), hosts.device(), cell.device());
            try (DeviceInNamespace device =
                    DeviceInNamespace.start(hosts.device(), cell.image(), cell.device(), temporary, cell.options())) {
                Nmap nmap = new Nmap(hosts.client(), cell.device());
                if (Levels.enforcesAllTraffic(cell.level())) {
                    assertWholeDevice(nmap, expected);
                } else {
                    assertOwnPorts(nmap, expected);
                }
            }
        }
    }

    private static void assertWholeDevice(Nmap nmap, Visible expected) throws Exception {
        NavigableMap<Integer, PortState> tcp = nmap.allTcp(expected::tcp);
        assertThat(tcp).hasSize(65_535);
        assertStates(tcp, "TCP", expected::tcp);

        NavigableMap<Integer, PortState> udp = nmap.udp(list(UDP_PORTS));
        assertThat(udp).containsOnlyKeys(UDP_PORTS);
        assertStates(udp, "UDP", expected::udp);

        assertThat(nmap.ping()).as("answers echo requests").isEqualTo(expected.ping());
    }

    private static void assertOwnPorts(Nmap nmap, Visible expected) throws Exception {
        NavigableMap<Integer, PortState> tcp = nmap.tcp(list(expected.ownTcpPorts()));
        assertThat(tcp).containsOnlyKeys(expected.ownTcpPorts());
        assertStates(tcp, "TCP", expected::tcp);
    }

    private static void assertStates(Map<Integer, PortState> states, String protocol, IntFunction<PortState> expected) {
        states.forEach((port, state) ->
                assertThat(state).as("%s port %d", protocol, port).isEqualTo(expected.apply(port)));
    }

    private static String list(Collection<Integer> ports) {
        return ports.stream().map(port -> Integer.toString(port)).collect(Collectors.joining(","));
    }
}
