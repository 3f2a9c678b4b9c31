package org.wec7emu.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Whatever a client writes behind PORT and EPRT: it is exactly the address that it looks like, or none. */
class EndpointFuzzTests {
    @FuzzTest
    void anyArgument(byte[] bytes) {
        String argument = new String(bytes, StandardCharsets.ISO_8859_1);
        InetSocketAddress plain = EndpointSyntax.parsePort(argument);
        if (plain != null) {
            assertThat(plain.getAddress()).isInstanceOf(Inet4Address.class);
            assertThat(EndpointSyntax.parsePort(EndpointSyntax.format(plain))).isEqualTo(plain);
            assertThat(numbers(argument)).isEqualTo(EndpointSyntax.format(plain));
        }
        InetSocketAddress extended = EndpointSyntax.parseExtended(argument);
        if (extended != null) {
            boolean four = extended.getAddress() instanceof Inet4Address;
            String literal = extended.getAddress().getHostAddress();
            assertThat(EndpointSyntax.protocol(argument)).isEqualTo(four ? 1 : 2);
            assertThat(argument.strip())
                    .matches(four ? "(.)0*1\\1[0-9.]+\\1[0-9]+\\1" : "(.)0*2\\1[0-9a-fA-F:.]+\\1[0-9]+\\1");
            assertThat(EndpointSyntax.parseExtended(
                            "|" + (four ? 1 : 2) + "|" + literal + "|" + extended.getPort() + "|"))
                    .isEqualTo(extended);
        }
    }

    /** Its six numbers, without zeros before them. */
    private static String numbers(String argument) {
        StringBuilder numbers = new StringBuilder();
        for (String field : argument.split(",", -1)) {
            numbers.append(numbers.isEmpty() ? "" : ",").append(Integer.parseInt(field.strip()));
        }
        return numbers.toString();
    }
}
