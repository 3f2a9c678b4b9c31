package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in a fleet's file. */
class FleetFileTests {
    private static FleetFile read(String text) throws ProfileException {
        return FleetFile.read(text, "fleet.yaml", Path.of("/fleets"));
    }

    @Test
    void mayHoldOneGroupAndNothingElse() throws Exception {
        FleetFile fleet = read("devices: {press: {image: CX8100}}");

        assertThat(fleet.addresses()).isEqualTo("127.21.0.0/16");
        assertThat(fleet.portOffset()).isEmpty();
        assertThat(fleet.groups()).singleElement().satisfies(group -> {
            assertThat(group.names()).containsExactly("press");
            assertThat(group.services()).isTrue();
            assertThat(group.firewall()).isEmpty();
        });
    }

    @Test
    void mayHoldAllThatAGroupCanHave() throws Exception {
        FleetFile fleet = read("""
                addresses: 127.77.0.0/24
                port-offset: 2100
                devices:
                  line:
                    image: CX8100
                    count: 3
                    state: factory
                    address: 127.77.0.9
                    root: files/{name}
                    firewall: on
                    allow: [tcp/80]
                    block: [tcp/22]
                    reg: [a.reg, b.reg]
                    path: client-nat
                    services: false
                """);

        assertThat(fleet.addresses()).isEqualTo("127.77.0.0/24");
        assertThat(fleet.portOffset()).contains("2100");
        assertThat(fleet.groups())
                .containsExactly(new FleetGroup(
                        "line",
                        "CX8100",
                        3,
                        Optional.of("factory"),
                        Optional.of("127.77.0.9"),
                        Optional.of("files/{name}"),
                        Optional.of(true),
                        List.of("tcp/80"),
                        List.of("tcp/22"),
                        List.of("a.reg", "b.reg"),
                        Optional.of("client-nat"),
                        false));
        assertThat(fleet.groups().get(0).names()).containsExactly("line-1", "line-2", "line-3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "devices: {}|fleet.yaml:1:1: there are no devices; add for example devices: {line: {image: ",
                "fleet: x|fleet.yaml:1:1: there are no devices; add for example",
                "devices: {a: {count: 2}}|fleet.yaml:1:11: devices.a has no 'image'; add for example image: ",
                "devices: {a: {image: X, count: 0}}|devices.a.count: 0 is out of range; 1 to 60000 is possible",
                "devices: {a: {image: X, firewall: maybe}}|devices.a.firewall: there is no 'maybe'; one of: on, off",
                "devices: {a: {image: X, cuont: 2}}|unknown key 'cuont' in devices.a; valid here: image, count,",
                "devices: {a: {image: X, services: 3}}|devices.a.services is the number 3; true or false is wanted",
                "devices: {a: {image: X}, a: {image: Y}}|'a' stands here a second time, first at line 1, column 11",
                "devices: {../a: {image: X}}|fleet.yaml:1:11: devices.../a: files are named after a device, so its name has",
                "devices: {..: {image: X}}|devices...: files are named after a device",
                "[a]|fleet.yaml:1:1: the file is a list; a fleet file is a mapping, as in 'devices:'",
                "\"\"|fleet.yaml:1:1: there is nothing in this file; a fleet file begins with 'devices:'",
            })
    void isRefusedWithThePlaceOfWhatIsWrong(String text, String message) {
        ProfileException refused = catchThrowableOfType(ProfileException.class, () -> read(text));

        assertThat(refused.mistakes()).anySatisfy(mistake -> assertThat(mistake).contains(message));
    }

    @Test
    void isRefusedWithAllThatIsWrongAtOnce() {
        ProfileException refused = catchThrowableOfType(
                ProfileException.class, () -> read("devices:\n  a: {image: X, count: x}\n  b: {}\nfoo: 1\n"));

        assertThat(refused.mistakes()).hasSize(3);
        assertThat(refused.report()).anySatisfy(line -> assertThat(line).endsWith("^^^"));
    }

    @Test
    void isReadFromAFileWhoseFolderIsKept(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("fleet.yaml"), "devices: {a: {image: X}}");

        assertThat(FleetFile.read(file).folder()).isEqualTo(folder);
    }
}
