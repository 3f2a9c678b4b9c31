package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** run --env: IMAGE and options out of the environment. */
class EnvironmentOptionTests {
    private static List<String> expanded(Map<String, String> environment, String... args) throws BadInput {
        String[] all = new String[args.length + 2];
        all[0] = "run";
        all[1] = "--env";
        System.arraycopy(args, 0, all, 2, args.length);
        String[] expanded = EnvironmentOption.expand(new RunCommand().spec(), all, environment);
        return Arrays.asList(expanded).subList(2, expanded.length);
    }

    @ParameterizedTest(name = "{0}={1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "WEC7_IMAGE|CX9020|CX9020",
                "WEC7_STATE|factory|--state=factory",
                "WEC7_PORT_OFFSET|0|--port-offset=0",
                "WEC7_PUBLISH_PASSIVE|30000-30009|--publish-passive=30000-30009",
                "WEC7_READY_FILE|/tmp/ready|--ready-file=/tmp/ready",
                "WEC7_JSON|true|--json",
                "WEC7_JSON|1|--json",
                "WEC7_VERBOSE|yes|--verbose",
            })
    void aVariableIsNamedAsItsOption(String name, String value, String argument) throws BadInput {
        assertThat(expanded(Map.of(name, value))).containsExactly(argument);
    }

    @Test
    void blanksSeparateSeveralValues() throws BadInput {
        assertThat(expanded(Map.of("WEC7_ALLOW", "tcp/23  icmp"))).containsExactly("--allow=tcp/23", "--allow=icmp");
    }

    @Test
    void anEmptyVariableIsNotSet() throws BadInput {
        assertThat(expanded(Map.of("WEC7_STATE", "", "WEC7_IMAGE", " ", "WEC7_JSON", "false")))
                .isEmpty();
    }

    @Test
    void theCommandLineGoesBefore() throws BadInput {
        Map<String, String> environment =
                Map.of("WEC7_IMAGE", "CX9020", "WEC7_STATE", "factory", "WEC7_ALLOW", "tcp/23", "WEC7_ROOT", "/data");

        assertThat(expanded(environment, "--state", "ftp-ready", "CX8100", "--allow=icmp"))
                .containsExactly("--state", "ftp-ready", "CX8100", "--allow=icmp", "--root=/data");
    }

    @Test
    void whatIsReadElsewhereIsPassedOver() throws BadInput {
        assertThat(expanded(Map.of(
                        "WEC7_JAVA_OPTS", "-Xmx64m", "WEC7_PROFILES", "/p", "WEC7_CONTROL_TOKEN", "x", "PATH", "/bin")))
                .isEmpty();
    }

    @Test
    void everyOptionThatHelpShowsHasAVariable() throws BadInput {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> expanded(Map.of("WEC7_PASSIVE_PORTS", "5000-5010")))
                .withMessageStartingWith("WEC7_PASSIVE_PORTS: there is no such variable; there are: WEC7_IMAGE, WEC7_A")
                .satisfies(problem -> new RunCommand()
                        .spec().options().stream()
                                .filter(option -> !option.hidden())
                                .map(option -> option.longestName())
                                .filter(name -> !List.of("--help", "--env").contains(name))
                                .forEach(name -> assertThat(problem)
                                        .hasMessageContaining("WEC7_"
                                                + name.substring(2)
                                                        .replace('-', '_')
                                                        .toUpperCase(java.util.Locale.ROOT))));
    }

    @Test
    void aFlagIsTrueOrFalse() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> expanded(Map.of("WEC7_JSON", "maybe")))
                .withMessage("WEC7_JSON=maybe: it takes true or false");
    }
}
