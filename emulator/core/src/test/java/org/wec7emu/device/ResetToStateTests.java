package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.fault.Fault;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.DeviceStarted;
import org.wec7emu.journal.DeviceEvent.DeviceStopped;
import org.wec7emu.journal.DeviceEvent.Stop;
import org.wec7emu.profile.DeviceProfile;

/** A device that is put into another state of its image while it runs. */
class ResetToStateTests {
    private final DeviceProfile image = Devices.image(Devices.V604H);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void as_delivered_it_is_silent_and_made_ready_it_answers_again(EnforcementLevel level) throws Exception {
        try (Device device = Devices.builder(image, level).start()) {
            device.reset("factory");
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> RawClient.tryToConnect(device));

            device.reset("ftp-ready");
            try (RawClient client = RawClient.loggedIn(device)) {
                assertThat(client.receive("LIST")).isEmpty();
            }
        }
    }

    @Test
    void an_image_without_firewall_refuses_as_delivered() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.BASELINE))) {
            device.reset("factory");

            assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> RawClient.tryToConnect(device));
        }
    }

    @Test
    void tells_the_state_and_has_its_rules_and_settings() throws Exception {
        try (Device device = Devices.started(image)) {
            device.reset("factory");

            assertThat(device.state()).isEqualTo("factory");
            assertThat(device.profile()).isEqualTo(image.inState("factory"));
            assertThat(device.firewall()).isEqualTo(image.inState("factory").firewall());
            assertThat(device.firewallInForce()).isEqualTo(device.firewall());
            assertThat(device.ftpIsOn()).isFalse();
        }
    }

    @Test
    void the_journal_goes_on_and_tells_the_state() throws Exception {
        try (Device device = Devices.started(image)) {
            device.reset("factory");

            List<DeviceEvent> events = device.journal().events();
            assertThat(device.journal().events(DeviceStopped.class))
                    .extracting(DeviceStopped::stop)
                    .containsExactly(Stop.RESET);
            assertThat(device.journal().events(DeviceStarted.class))
                    .extracting(DeviceStarted::state, DeviceStarted::ftpOn)
                    .containsExactly(tuple("ftp-ready", true), tuple("factory", false));
            assertThat(events.get(events.size() - 1)).isInstanceOf(DeviceStarted.class);
        }
    }

    @Test
    void has_the_states_rules_whatever_rules_it_was_started_with() throws Exception {
        Rule entered = Rule.allow("passive", Traffic.tcp(50_000));
        try (Device device = Devices.builder(image, EnforcementLevel.SOCKET)
                .firewall(image.inState("ftp-ready").firewall().with(entered))
                .start()) {
            device.reset("ftp-ready");
            assertThat(device.firewall()).isEqualTo(image.inState("ftp-ready").firewall());

            device.reset();
            assertThat(device.firewall().rules()).contains(entered);
        }
    }

    @Test
    void a_reset_without_a_state_goes_back_to_the_start() throws Exception {
        try (Device device = Devices.started(image)) {
            device.reset("factory");
            device.reset();

            assertThat(device.state()).isEqualTo("ftp-ready");
            RawClient.loggedIn(device).close();
        }
    }

    @Test
    void stays_in_that_state_over_a_restart() throws Exception {
        try (Device device = Devices.started(image)) {
            device.reset("factory");
            device.restart();

            assertThat(device.state()).isEqualTo("factory");
            assertThat(device.ftpIsOn()).isFalse();
        }
    }

    @Test
    void has_the_images_files_and_no_faults() throws Exception {
        try (Device device = Devices.started(image)) {
            Path mine = device.ftpRoot().resolve("mine.txt");
            Files.writeString(mine, "content");
            device.faults().start(new Fault.NoAnswer());

            device.reset("ftp-ready");

            assertThat(mine).doesNotExist();
            assertThat(device.faults().active()).isEmpty();
            RawClient.loggedIn(device).close();
        }
    }

    @Test
    void leaves_alone_the_directory_that_stands_for_its_root() throws Exception {
        Files.writeString(folder.resolve("users.txt"), "theirs");
        try (Device device =
                Devices.builder(image, EnforcementLevel.SOCKET).root(folder).start()) {
            device.reset("factory");

            assertThat(folder.resolve("users.txt")).hasContent("theirs");
        }
    }

    @Test
    void a_state_that_the_image_has_not_changes_nothing() throws Exception {
        try (Device device = Devices.started(image);
                RawClient client = RawClient.loggedIn(device)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> device.reset("broken"))
                    .withMessage("image " + Devices.V604H + " has no state 'broken'; it has: factory, ftp-ready");

            assertThat(client.command("NOOP")).startsWith("200");
            assertThat(device.state()).isEqualTo("ftp-ready");
        }
    }

    @Test
    void rules_that_the_level_cant_express_leave_it_as_it_was() throws Exception {
        DeviceProfile full = image.with(blocking(10_000));
        RuleSet few = image.inState("ftp-ready").firewall();
        try (Device device = Devices.builder(full, EnforcementLevel.SOCKET)
                        .firewall(few)
                        .start();
                RawClient client = RawClient.loggedIn(device)) {
            assertThatExceptionOfType(EnforcementException.class).isThrownBy(() -> device.reset("factory"));

            assertThat(client.command("NOOP")).startsWith("200");
            assertThat(device.state()).isEqualTo("ftp-ready");
            assertThat(device.firewall()).isEqualTo(few);
        }
    }

    /** Rules for so many hosts: too many for a filter on a socket. */
    private RuleSet blocking(int hosts) {
        List<Rule> rules = IntStream.range(0, hosts)
                .mapToObj(i -> Rule.inbound("host" + i, Action.BLOCK, Traffic.tcp(21))
                        .from(AddressRange.parse("10." + i / 250 + "." + i % 250 + ".1")))
                .toList();
        return new RuleSet(image.firewall().dialect(), true, rules);
    }

    @Test
    void a_device_that_is_closed_cant_be_reset() throws Exception {
        Device device = Devices.started(image);
        device.close();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> device.reset("factory"));
    }
}
