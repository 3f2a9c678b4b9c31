package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wec7emu.firewall.enforce.Availability;
import org.wec7emu.firewall.enforce.Placement;
import org.wec7emu.firewall.enforce.nftables.NftablesEnforcer;

/** README's section on the firewall shows what is really printed. */
class ReadmeFirewallTests {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final String SHOWN_ADDRESS = "127.0.0.21";

    @TempDir
    Path home;

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(command); word.find(); ) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }

    private static void assertPrintsAsShown(String beginning) throws Exception {
        Readme.Example example = Readme.example(beginning);
        List<String> arguments = words(example.command());
        try (Launcher program = Launcher.start(arguments.subList(1, arguments.size()))) {
            assertThat(program.linesToEnd()).isEqualTo(example.output());
        }
    }

    @Test
    void the_rules_are_listed_as_shown() throws Exception {
        assertPrintsAsShown("./wec7emu firewall");
    }

    @Test
    void packets_are_judged_as_shown() throws Exception {
        assertPrintsAsShown("./wec7emu firewall CX8100_WEC7_LF_v604h --test");
    }

    @Test
    void a_device_at_an_address_of_its_own_is_scanned_as_shown() throws Exception {
        String address = ownAddress();
        Readme.Example run = Readme.example("./wec7emu run CX8100_WEC7_LF_v604h --bind");
        Readme.Example nmap = Readme.example("nmap");
        List<String> arguments = words(run.command().replace(SHOWN_ADDRESS, address));
        try (Launcher device = Launcher.start(arguments.subList(1, arguments.size()))) {
            List<String> banner = device.linesUpTo("Ctrl-C ends it."::equals);
            assertThat(banner).containsAll(shown(run, address));

            List<String> scan = ClientRun.of(
                            new Invocation(words(nmap.command().replace(SHOWN_ADDRESS, address)), ""), home)
                    .output()
                    .lines()
                    .toList();
            assertThat(scan).containsAll(shown(nmap, address));

            String dropped = Readme.textBlock("DROPPED by the firewall: connect to port 22")
                    .get(0);
            List<String> events = device.linesUpTo(line -> line.contains("connect to port 22 "));
            assertThat(withoutTime(events.get(events.size() - 1))).isEqualTo(withoutTime(dropped));
        }
    }

    /** Without the lines that stand for others. */
    private static List<String> shown(Readme.Example example, String address) {
        return example.output().stream()
                .filter(line -> !line.equals("..."))
                .map(line -> line.replace(SHOWN_ADDRESS, address))
                .toList();
    }

    private static String withoutTime(String line) {
        return line.replaceAll("^[0-9:.]+ ", "");
    }

    private static String ownAddress() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/nmap")), "nmap is not installed: needs the Debian package nmap");
        InetAddress address = DeviceUnderTest.ownAddress();
        Availability availability = new NftablesEnforcer(new Placement(address, true)).probe();
        assumeTrue(
                availability instanceof Availability.Available,
                () -> "needs the enforcement level nftables (libnftables1, CAP_NET_ADMIN): " + availability);
        return address.getHostAddress();
    }
}
