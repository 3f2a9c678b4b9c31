package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of two devices differs, in the words of their profiles. */
class ProfileDiffTests {
    private static final String V604H = "CX8100_WEC7_LF_v604h";
    private static final Evidence SAID = new Evidence(Grade.DOCUMENTED, "cx8191-manual", "");

    private static DeviceInState ready() throws ProfileException {
        return child("");
    }

    private static DeviceInState child(String changes) throws ProfileException {
        String text = "extends: CX8100_WEC7_LF_v604h_TC31_B4022.20\n"
                + "evidence: {grade: inferred, note: a test}\n"
                + (changes.contains("image:") ? "" : "image: {name: child}\n")
                + changes;
        return DeviceInState.of(ProfileReader.read(text, "child.yaml", ProfileCatalog.bundled()), "ftp-ready");
    }

    @Test
    void a_rule_of_another_name_is_the_same_rule() throws ProfileException {
        DeviceInState renamed = child("firewall: {rules: {rule4: removed, https: {allow: tcp, port: 443}}}");

        assertThat(ProfileDiff.of(ready(), renamed).differences()).isEmpty();
    }

    @Test
    void a_rule_about_the_same_that_does_something_else_is_one_that_was_changed() throws ProfileException {
        DeviceInState blocked = child("firewall: {rules: {rule4: removed, https: {block: tcp, port: 443}}}");

        assertThat(ProfileDiff.of(ready(), blocked).differences())
                .singleElement()
                .isInstanceOf(Difference.Changed.class)
                .extracting(Difference::subject)
                .isEqualTo("firewall.rules.https / rule4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp: {idle-timeout: 300 s, data-wait: 30000 ms}",
                "ftp: {accounts: [{user: guest, password: '1'}, {user: webguest, password: '1'}]}",
                "ftp: {user-list: ' * ;'}",
            })
    void the_same_in_other_words_is_no_difference(String changes) throws ProfileException {
        assertThat(ProfileDiff.of(ready(), child(changes)).differences()).isEmpty();
    }

    @Test
    void a_list_that_gets_its_first_items_differs_by_each() throws ProfileException {
        DeviceInState hiding = child("storage: {hidden: ['\\Hard Disk\\NK.bin', '\\Hard Disk\\Splash.bmp']}");

        assertThat(ProfileDiff.of(ready(), hiding).differences()).hasSize(2).allSatisfy(difference -> assertThat(
                        difference.first().map(ProfileValue::text))
                .contains("(none)"));
    }

    @Test
    void the_order_of_steps_is_a_difference_and_so_is_what_comes_of_it() throws ProfileException {
        DeviceInState swapped = child(
                "states: {ftp-ready: {steps: [restart, enable FTP server, enter TCP port 20, enter TCP port 21]}}");

        assertThat(ProfileDiff.of(ready(), swapped).differences())
                .extracting(difference ->
                        difference.second().map(ProfileValue::text).orElse(""))
                .containsExactly("false", "restart", "enable FTP server");
    }

    @Test
    void what_matters_to_users_first_comes_first() throws ProfileException {
        DeviceInState other = child("""
                image: {name: other}
                storage: {card: '\\Flash', directories: ['\\Flash\\ftp'], files: []}
                ftp: {directory: '\\Flash\\ftp\\', data-wait: 1 s, user-list: 'guest', replies: {okay: 200 OK}}
                services: {https: {listening: false}}
                firewall: {enabled: false, rules: {rule4: removed}}
                """);

        assertThat(ProfileDiff.of(ready(), other).differences().stream()
                        .map(Difference::section)
                        .distinct())
                .containsExactly(
                        ProfileSection.FIREWALL,
                        ProfileSection.RULES,
                        ProfileSection.SERVICES,
                        ProfileSection.FTP,
                        ProfileSection.ACCOUNTS,
                        ProfileSection.REPLIES,
                        ProfileSection.STORAGE,
                        ProfileSection.IMAGE);
    }

    @Test
    void a_difference_rests_on_a_guess_when_either_value_does() {
        ProfileValue said = new ProfileValue("ftp.data-wait", "1 s", SAID, new Position("a.yaml", 1, 1));
        ProfileValue guessed = new ProfileValue(
                "ftp.data-wait", "2 s", new Evidence(Grade.INFERRED, "", "why"), new Position("b.yaml", 1, 1));

        assertThat(new Difference.Changed("ftp.data-wait", said, said).restsOnGuess())
                .isFalse();
        assertThat(new Difference.Changed("ftp.data-wait", said, guessed).restsOnGuess())
                .isTrue();
        assertThat(new Difference.Changed("ftp.data-wait", guessed, said).restsOnGuess())
                .isTrue();
        assertThat(new Difference.OnlySecond("ftp.data-wait", said).restsOnGuess())
                .isFalse();
        assertThat(new Difference.OnlyFirst("ftp.data-wait", guessed).restsOnGuess())
                .isTrue();
    }

    @Test
    void a_rule_that_a_step_enters_rests_on_what_the_step_rests_on() throws ProfileException {
        DeviceProfile image = ProfileCatalog.bundled().find(V604H);

        assertThat(ProfileDiff.of(DeviceInState.of(image, "factory"), DeviceInState.of(image, "ftp-ready"))
                        .differences())
                .filteredOn(difference -> difference.section() == ProfileSection.RULES)
                .hasSize(2)
                .allSatisfy(difference -> assertThat(difference.second().map(ProfileValue::evidence))
                        .contains(SAID));
    }

    @Test
    void a_rule_that_a_step_enters_is_there_where_the_image_has_none() throws ProfileException {
        String removed = ready().profile().firewall().rules().stream()
                .filter(rule -> !rule.name().matches("rule(9|10)"))
                .map(rule -> rule.name() + ": removed")
                .collect(Collectors.joining(", "));
        DeviceInState bare = child("firewall: {rules: {" + removed + "}}");

        assertThat(bare.values())
                .filteredOn(value -> value.path().startsWith(RuleDiff.PATH))
                .extracting(ProfileValue::path)
                .containsExactly("firewall.rules.rule1", "firewall.rules.rule2");
    }
}
