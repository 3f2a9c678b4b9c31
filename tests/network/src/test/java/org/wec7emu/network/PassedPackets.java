package org.wec7emu.network;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Which of the marked packets that came in got past all filters: a table of the test's own notes their marks and then drops
 * them, so that nothing answers.
 *
 * <p>Its place is behind everything else, the confirmation by connection tracking included, which thus remembers as if the
 * packet had been delivered. The kernel puts a newer hook of the same priority before an older one, so this table must be
 * there first.
 */
final class PassedPackets {
    private static final JsonFactory JSON = new JsonFactory();

    private final Namespace namespace;

    private PassedPackets(Namespace namespace) {
        this.namespace = namespace;
    }

    /** Begins to note, in a namespace that has no other table yet. */
    static PassedPackets noted(Namespace namespace) throws IOException, InterruptedException {
        Requirements.assumeNft();
        namespace.nft("""
                table inet wec7test {
                    set in4 { typeof ip id; size 65535; flags dynamic; }
                    set in6 { typeof ip6 flowlabel; size 65535; flags dynamic; }
                    chain in {
                        type filter hook input priority 2147483647; policy accept;
                        ip ttl %1$d add @in4 { ip id } drop
                        ip6 hoplimit %1$d add @in6 { ip6 flowlabel } drop
                    }
                }
                """.formatted(MarkedPacket.LIFE));
        return new PassedPackets(namespace);
    }

    /** The marks of those that came since the last {@link #forget}. */
    Set<Integer> marks() throws IOException, InterruptedException {
        return elements(namespace.run("nft", "-j", "list", "table", "inet", "wec7test"));
    }

    void forget() throws IOException, InterruptedException {
        namespace.nft("flush set inet wec7test in4\nflush set inet wec7test in6\n");
    }

    private static Set<Integer> elements(String listing) throws IOException {
        Set<Integer> elements = new HashSet<>();
        try (JsonParser json = JSON.createParser(listing)) {
            while (json.nextToken() != null) {
                // In the rules "elem" is something else, and no array.
                if (json.currentToken() == JsonToken.START_ARRAY && "elem".equals(json.currentName())) {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        elements.add(json.getIntValue());
                    }
                }
            }
        }
        return elements;
    }
}
