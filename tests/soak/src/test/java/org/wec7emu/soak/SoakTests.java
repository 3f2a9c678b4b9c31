package org.wec7emu.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A few seconds of {@code ./soak}; and it finds what is planted, so that it says something when it finds nothing. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SoakTests {
    private static final SoakOptions FEW_SECONDS = new SoakOptions(Duration.ofSeconds(3), 4, 20_261_124);

    private static Findings soaked(Mishap mishap) throws Exception {
        return new Soak(FEW_SECONDS, mishap, line -> {}).run();
    }

    @Test
    void allIsWellWithNothingPlanted() throws Exception {
        Findings findings = soaked(Mishap.NONE);

        assertThat(findings.failures()).isEmpty();
        assertThat(findings.bytes()).isPositive();
        assertThat(findings.counts())
                .containsKeys("downloads, bare client", "uploads, bare client", "sessions, Commons Net", "faults");
    }

    @Test
    void oneWrongBitOfADownloadIsFound() throws Exception {
        AtomicBoolean planted = new AtomicBoolean();

        Findings findings = soaked(new Mishap() {
            @Override
            public byte[] received(byte[] bytes) {
                if (bytes.length > 0 && planted.compareAndSet(false, true)) {
                    bytes[bytes.length / 2] ^= 1;
                }
                return bytes;
            }
        });

        assertThat(findings.failures())
                .singleElement()
                .asString()
                .contains("RETR ", " ended well with ", "SHA-256", "client", "226 ");
    }

    @Test
    void oneByteThatADeviceLosesIsFoundAtOnceAndAtTheEnd() throws Exception {
        AtomicBoolean planted = new AtomicBoolean();

        Findings findings = soaked(new Mishap() {
            @Override
            public void stored(Path file) throws IOException {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    if (channel.size() > 0 && planted.compareAndSet(false, true)) {
                        channel.truncate(channel.size() - 1);
                    }
                }
            }
        });

        assertThat(findings.failures())
                .anySatisfy(failure -> assertThat(failure).contains("STOR ", " ended well, and on the card is "));
    }

    @Test
    void anOpenPortThatRulesShouldDropIsFound() throws Exception {
        Findings findings = soaked(new Mishap() {
            @Override
            public boolean passiveIsOpen(boolean isOpen) {
                return false;
            }
        });

        assertThat(findings.failures()).isNotEmpty().allSatisfy(failure -> assertThat(failure)
                .contains(" answered, which the firewall drops"));
    }

    @Test
    void whatIsLeftBehindIsFound() throws Exception {
        Holdings before = Holdings.now();
        Thread left = new Thread(() -> {
            try {
                new java.util.concurrent.CountDownLatch(1).await();
            } catch (InterruptedException e) {
                // the end of the test
            }
        });
        left.setName("wec7emu-left");
        left.start();
        try {
            assertThat(before.excess(Duration.ofMillis(1))).containsExactly("left behind: thread wec7emu-left");
        } finally {
            left.interrupt();
        }
    }

    @Test
    void theSameSeedChoosesTheSame() {
        Content one = new Content(3, "a.bin", 1_000);

        assertThat(new Content(3, "a.bin", 1_000).is(one.bytes())).isTrue();
        assertThat(new Content(4, "a.bin", 1_000).is(one.bytes())).isFalse();
    }

    @Test
    void theCommandLineSaysWhatItWants() {
        assertThat(SoakOptions.parse(List.of("--seconds", "5", "--seed", "7"), 1))
                .isEqualTo(new SoakOptions(Duration.ofSeconds(5), 12, 7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SoakOptions.parse(List.of("--devices", "none"), 1))
                .withMessage("--devices needs a whole number from 1 to 200, not 'none'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SoakOptions.parse(List.of("--fast"), 1))
                .withMessage("--fast: there is --seconds, --devices and --seed");
    }
}
