package org.wec7emu.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.wec7emu.junit.jupiter.DeviceAssertions.assertThat;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.check.ClientVerdict;
import org.wec7emu.device.Device;

/** Each assertion over what a device saw, once true and once not. */
@Wec7Device
class DeviceAssertTests {
    @Test
    void what_an_upload_in_active_mode_is(Device device) throws IOException {
        Client.upload(device, "Recipe.txt");

        assertThat(device)
                .loggedIn("webguest")
                .usedOnlyActiveMode()
                .uploaded("recipe.txt")
                .sent("stor")
                .neverSent("MLSD")
                .droppedNoDataConnection()
                .hasVerdict(ClientVerdict.WORKS);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                of(
                        seen -> seen.usedOnlyPassiveMode(),
                        "only data connections in passive mode, but there were: [active]"),
                of(seen -> seen.downloaded("a.txt"), "complete download of /a.txt, but there were: upload of /a.txt"),
                of(seen -> seen.uploaded("b.txt"), "complete upload of /b.txt, but there were: upload of /a.txt"),
                of(seen -> seen.sent("MLSD"), "the command MLSD, but there were: ["),
                of(seen -> seen.neverSent("STOR"), "no command STOR, but there were: ["),
                of(seen -> seen.loggedIn("kim"), "a login as kim, but there were: [webguest]"),
                of(seen -> seen.hadNoClient(), "no client, but 1 came"),
                of(
                        seen -> seen.hasVerdict(ClientVerdict.PASSIVE_BLOCKED),
                        "verdict PASSIVE_BLOCKED, but it is WORKS, as 1 transfer is complete"));
    }

    private static Arguments of(Consumer<DeviceAssert> assertion, String message) {
        return Arguments.of(assertion, message);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("wrong")
    void what_it_is_not(Consumer<DeviceAssert> assertion, String message, Device device) throws IOException {
        Client.upload(device, "a.txt");

        assertThatThrownBy(() -> assertion.accept(assertThat(device)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expecting " + (message.startsWith("complete") ? "a " : "") + message);
    }

    @Test
    void a_passive_client_is_dropped(Device device) {
        Throwable blocked = catchThrowable(() -> Client.uploadPassively(device, "a.txt"));

        assertThat(blocked).isInstanceOf(IOException.class);
        assertThat(device).usedOnlyPassiveMode().hasVerdict(ClientVerdict.PASSIVE_BLOCKED);
        assertThatThrownBy(() -> assertThat(device).droppedNoDataConnection())
                .hasMessageContaining("but the firewall dropped one to port ");
    }

    @Test
    void nobody_at_all(Device device) {
        assertThat(device).hadNoClient().neverSent("USER");
        assertThatThrownBy(() -> assertThat(device).usedOnlyActiveMode()).hasMessageContaining("but there were: none");
    }
}
