package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in. */
class LoginTests {
    private static final String ACCOUNTS = """
            ftp:
              accounts:
                - {user: Gladys, password: "7", groups: [Finance]}
                - {user: Kim, password: "8"}
            """;
    private static final String REFUSED = "530 Not logged in.";

    @ParameterizedTest
    @CsvSource({
        "Gladys;-Gladys, Gladys, 230",
        "-Gladys;Gladys, Gladys, 530",
        "*;-Gladys, Gladys, 230",
        "'-Gladys,*', Gladys, 530",
        "-Gladys;*, gladys, 530",
        "-@finance;*, Gladys, 530",
        "-@finance;*, Kim, 230",
        "@Finance, Kim, 530",
        "-*, Kim, 530"
    })
    void theUserListDecides(String list, String user, String code) throws Exception {
        try (Device device = Devices.started(Devices.with(ACCOUNTS + "  user-list: '" + list + "'\n"));
                RawClient client = RawClient.greeted(device)) {
            assertThat(client.command("USER " + user)).startsWith("331 ");
            assertThat(client.command("PASS " + (user.equals("Kim") ? "8" : "7")))
                    .startsWith(code);
        }
    }

    @Test
    void nobodyIsToldWhetherAUserExistsOrIsRefusedByTheList() throws Exception {
        try (Device device = Devices.started(Devices.with(ACCOUNTS + "  user-list: -Kim;*\n"));
                RawClient client = RawClient.greeted(device)) {
            for (String login : new String[] {"Kim 8", "Kim 9", "Gladys 8", "nobody 7"}) {
                String[] parts = login.split(" ");
                assertThat(client.command("USER " + parts[0])).isEqualTo("331 User name okay, need password.");
                assertThat(client.command("PASS " + parts[1])).isEqualTo(REFUSED);
                assertThat(client.command("PWD")).isEqualTo(REFUSED);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"anonymous, me@example.org", "ANONYMOUS, x", "Anonymous, ''"})
    void anonymousIsLetInWithAnyPasswordWhateverTheUserListSays(String user, String password) throws Exception {
        try (Device device = Devices.started(Devices.withFtp("user-list: '-*'"));
                RawClient client = RawClient.greeted(device)) {
            assertThat(client.command("USER " + user)).startsWith("331 Anonymous access allowed");
            assertThat(client.command("PASS " + password)).startsWith("230 ");
        }
    }

    @Test
    void anonymousIsAUserAsAnyOtherWhereThatIsSwitchedOff() throws Exception {
        try (Device device = Devices.started(Devices.withFtp("allow-anonymous: false"));
                RawClient client = RawClient.greeted(device)) {
            assertThat(client.command("USER anonymous")).isEqualTo("331 User name okay, need password.");
            assertThat(client.command("PASS x")).isEqualTo(REFUSED);
        }
    }

    @Test
    void withoutAuthenticationAUsersPasswordIsNotChecked() throws Exception {
        try (Device device = Devices.started(Devices.with(ACCOUNTS + "  use-authentication: false\n"));
                RawClient client = RawClient.greeted(device)) {
            client.command("USER Kim");
            assertThat(client.command("PASS wrong")).startsWith("230 ");
            client.command("USER nobody");
            assertThat(client.command("PASS wrong")).isEqualTo(REFUSED);
        }
    }

    @Test
    void theUserThatADeviceNamesIsOneWhoMayLogIn() throws Exception {
        try (Device device = Devices.started(Devices.with(ACCOUNTS + "  user-list: -Gladys;*\n"))) {
            assertThat(device.user()).isEqualTo("Kim");
            RawClient.loggedIn(device).close();
        }
    }

    @Test
    void anotherUserBeginsWithTheRightsOfItsOwn() throws Exception {
        try (Device device = Devices.started(Devices.withFtp("allow-anonymous-upload: false"));
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(client.command("MKD made")).startsWith("257 ");
            client.command("CWD made");
            client.command("USER anonymous");
            assertThat(client.command("PWD")).isEqualTo(REFUSED);
            client.command("PASS x");

            assertThat(client.command("PWD")).isEqualTo("257 \"/\".");
            assertThat(client.command("RMD made")).startsWith("550 ");
        }
    }
}
