package org.wec7emu.firewall.enforce.nftables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.Packets;

/** Rules that say the same stand in the table once. */
class SharedChainsTests {
    private final List<String> ran = new ArrayList<>();
    private final Transactions transactions = new Transactions(ran::add);
    private final SharedChains chains = new SharedChains(Listings.TABLE, transactions);

    private SharedChains.Use use(String device) {
        return chains.use(Listings.CXCONFIG, Packets.address(device));
    }

    private List<String> carriedOut() throws Exception {
        transactions.handIn("").await();
        return ran;
    }

    @Test
    void areAddedByTheFirstDevice() {
        SharedChains.Use first = use("127.0.0.21");
        SharedChains.Use second = use("127.0.0.22");

        assertThat(first.addition()).isEqualTo(first.chains().add());
        assertThat(second).isEqualTo(new SharedChains.Use(first.chains(), ""));
    }

    @Test
    void areRemovedWithTheLast() throws Exception {
        RuleChains used = use("127.0.0.21").chains();
        use("127.0.0.22");

        chains.leave(used);
        assertThat(carriedOut()).containsExactly("");

        chains.leave(used);
        assertThat(carriedOut()).containsExactly("", used.remove());
    }

    @Test
    void haveAnotherNameWhenTheyComeAgain() {
        RuleChains used = use("127.0.0.21").chains();
        chains.leave(used);

        SharedChains.Use again = use("127.0.0.21");

        assertThat(again.chains().prefix()).isEqualTo("r2");
        assertThat(again.addition()).isNotEmpty();
    }
}
