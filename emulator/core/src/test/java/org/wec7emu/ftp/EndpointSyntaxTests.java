package org.wec7emu.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.net.InetSocketAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and ports as PORT, EPRT and PASV write them. */
class EndpointSyntaxTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "127,0,0,1,16,147 127.0.0.1 4243",
                "0,0,0,0,0,0 0.0.0.0 0",
                "255,255,255,255,255,255 255.255.255.255 65535",
                "010,000,0,001,0,021 10.0.0.1 21"
            })
    void readsPort(String argument, String address, int port) {
        assertThat(EndpointSyntax.parsePort(argument)).isEqualTo(new InetSocketAddress(address, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "127.0.0.1:4243",
                "127,0,0,1,16",
                "127,0,0,1,16,147,1",
                "127,0,0,1,16,147,",
                ",127,0,0,1,16,147",
                "127,0,0,,16,147",
                "256,0,0,1,16,147",
                "127,0,0,1,256,0",
                "127,0,0,1,0,256",
                "127,0,0,-1,16,147",
                "+127,0,0,1,16,147",
                "127,0,0,0x1,16,147",
                "127,0,0,1,16,99999999999",
                "127,0,0,1,16,\u0661",
                "localhost,0,0,1,16,147",
                "127;0;0;1;16;147"
            })
    void refusesAnythingElseAsPort(String argument) {
        assertThat(EndpointSyntax.parsePort(argument)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "|1|132.235.1.2|6275| 132.235.1.2 6275",
                "|2|1080::8:800:200C:417A|5282| 1080::8:800:200C:417A 5282",
                "!1!10.0.0.1!1! 10.0.0.1 1",
                "|2|::1|65535| ::1 65535",
                "$1$10.0.0.1$1$ 10.0.0.1 1",
                "\\1\\10.0.0.1\\1\\ 10.0.0.1 1"
            })
    void readsEprtWithAnyDelimiter(String argument, String address, int port) {
        assertThat(EndpointSyntax.parseExtended(argument)).isEqualTo(new InetSocketAddress(address, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "|",
                "||",
                "|||||",
                "1|10.0.0.1|21",
                "|1|10.0.0.1|21",
                "|1|10.0.0.1|21|1|",
                "|2|10.0.0.1|21|",
                "|1|::ffff:10.0.0.1|21|",
                "|2|::ffff:10.0.0.1|21|",
                "|1|2130706433|21|",
                "|1|0x7f.1|21|",
                "|1|127.1|21|",
                "|1|0177.0.0.1|21|",
                "|1|::1|21|",
                "|3|10.0.0.1|21|",
                "|1|10.0.0.1|65536|",
                "|1|10.0.0.1|-1|",
                "|1|10.0.0.1||",
                "|1|10.0.0|21|",
                "|1|10.0.0.256|21|",
                "|1|localhost|21|",
                "|1|example.com|21|",
                "|1|10.0.0.1/8|21|",
                "|2|::1%1|21|",
                "|1||21|",
                "x1x10.0.0.1x21|"
            })
    void refusesAnythingElseAsEprt(String argument) {
        assertThat(EndpointSyntax.parseExtended(argument)).isNull();
    }

    @Test
    void whateverComesItNeverFails() {
        String alphabet = "0123456789,.|:;%/-+ \\$^[](){}*?abcf\u0000\r\n\u00ff\u0661\uD83D";
        Random random = new Random(959);
        for (int attempt = 0; attempt < 50_000; attempt++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String argument = text.toString();

            assertThatNoException().as("%s", argument).isThrownBy(() -> {
                EndpointSyntax.parsePort(argument);
                EndpointSyntax.parseExtended(argument);
            });
        }
    }

    @Test
    void writesWhatItReads() {
        InetSocketAddress endpoint = new InetSocketAddress("192.168.12.10", 60375);

        assertThat(EndpointSyntax.format(endpoint)).isEqualTo("192,168,12,10,235,215");
        assertThat(EndpointSyntax.parsePort(EndpointSyntax.format(endpoint))).isEqualTo(endpoint);
    }
}
