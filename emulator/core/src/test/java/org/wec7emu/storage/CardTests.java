package org.wec7emu.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.fault.FaultState;
import org.wec7emu.profile.StorageProfile.FullCard;

/** The room on a card, among uploads at a time. */
class CardTests {
    private static final int SIZE = 10_000;

    @TempDir
    private Path host;

    private final ReentrantReadWriteLock steps = new ReentrantReadWriteLock();
    private Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(host.resolve("root"));
    }

    @Test
    void withoutALimitNothingIsMeasured() throws IOException {
        try (Upload upload = card(OptionalLong.empty(), FullCard.UNDONE).upload(root.resolve("a"))) {
            assertThat(upload.channel()).isInstanceOf(PlainUpload.class);
        }
    }

    @Test
    void whatIsNotOnTheCardGoesStraightIntoTheFile() throws IOException {
        try (Upload upload = card(OptionalLong.of(1), FullCard.UNDONE).upload(host.resolve("ram"))) {
            assertThat(upload.channel()).isInstanceOf(FileChannel.class);
        }
    }

    @Test
    void anUploadTakesLargePiecesAtOnce() throws IOException {
        Card card = card(OptionalLong.of(64L << 20), FullCard.UNDONE);
        try (Upload upload = card.upload(root.resolve("a"))) {
            assertThat(upload.channel().write(ByteBuffer.allocateDirect(16 << 20)))
                    .isEqualTo(16 << 20);
        }
        assertThat(root.resolve("a")).hasSize(16 << 20);
    }

    @Test
    void nothingIsLeftAsideOfAnUploadThatIsUndone() throws IOException {
        Path file = Files.writeString(root.resolve("a"), "old");
        Card card = card(OptionalLong.of(SIZE), FullCard.UNDONE);
        try (Upload upload = card.upload(file)) {
            assertThatExceptionOfType(CardFullException.class)
                    .isThrownBy(() -> upload.channel().write(ByteBuffer.allocate(SIZE + 1)))
                    .withMessage("no space left on the card, which holds 10000 bytes");
            assertThat(file).hasContent("old");
        }
        assertThat(file).hasContent("old");
        assertThat(host.resolve("spool")).isEmptyDirectory();
    }

    @Test
    void anUploadThatBreaksOffLeavesWhatCameInPlaceOfTheOldFile() throws IOException {
        Path file = Files.writeString(root.resolve("a"), "the old one");
        try (Upload upload = card(OptionalLong.of(SIZE), FullCard.UNDONE).upload(file)) {
            upload.channel().write(ByteBuffer.wrap(new byte[] {'h', 'a', 'l', 'f'}));
        }
        assertThat(file).hasContent("half");
        assertThat(host.resolve("spool")).isEmptyDirectory();
    }

    @Test
    void theRoomOfAFileThatMayYetStayIsNobodysElse() throws IOException {
        Card card = card(OptionalLong.of(SIZE), FullCard.UNDONE);
        Path old = Files.write(root.resolve("old"), new byte[SIZE - 10]);
        try (Upload replacing = card.upload(old);
                Upload other = card.upload(root.resolve("other"))) {
            assertThatExceptionOfType(CardFullException.class)
                    .isThrownBy(() -> other.channel().write(ByteBuffer.allocate(11)));
            assertThat(replacing.channel().write(ByteBuffer.allocate(SIZE - 10)))
                    .isEqualTo(SIZE - 10);
        }
    }

    @Test
    void aLinkOfTheHostIsNotWrittenThrough() throws IOException {
        Path secret = Files.writeString(host.resolve("secret"), "secret");
        Files.createSymbolicLink(root.resolve("a"), secret);
        for (OptionalLong size : List.of(OptionalLong.empty(), OptionalLong.of(SIZE))) {
            try (Upload upload = card(size, FullCard.HALF_WRITTEN).upload(root.resolve("a"))) {
                upload.channel().write(ByteBuffer.allocate(1));
            } catch (IOException expected) {
                // refused
            }
            assertThat(secret).hasContent("secret");
        }
    }

    @ParameterizedTest
    @EnumSource(FullCard.class)
    void whateverIsUploadedOverwrittenAndDeletedAtATimeItNeverHoldsMore(FullCard whenFull) throws Exception {
        Card card = card(OptionalLong.of(SIZE), whenFull);
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try {
            List<Future<Long>> ended = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Random random = new Random(i);
                ended.add(clients.submit(() -> client(card, random)));
            }
            long refused = 0;
            for (Future<Long> one : ended) {
                refused += one.get(60, TimeUnit.SECONDS);
            }
            assertThat(refused).as("uploads without room").isPositive();
        } finally {
            clients.shutdownNow();
        }
        assertThat(held()).isLessThanOrEqualTo(SIZE);
    }

    /** Uploads and deletes, each file by one client alone; counts the uploads that were refused. */
    private long client(Card card, Random random) throws IOException {
        long refused = 0;
        List<Path> own = List.of(root.resolve("a" + random.nextInt()), root.resolve("b" + random.nextInt()));
        for (int round = 0; round < 100; round++) {
            Path file = own.get(random.nextInt(own.size()));
            if (random.nextInt(4) == 0) {
                step(() -> Files.deleteIfExists(file));
            }
            Upload upload = step(() -> card.upload(file));
            try {
                for (int pieces = random.nextInt(6); pieces > 0; pieces--) {
                    ByteBuffer piece = ByteBuffer.allocate(random.nextInt(SIZE / 6));
                    step(() -> upload.channel().write(piece));
                    assertThat(heldBetweenSteps()).isLessThanOrEqualTo(SIZE);
                }
            } catch (CardFullException e) {
                refused++;
            } finally {
                step(() -> {
                    upload.close();
                    return true;
                });
            }
        }
        return refused;
    }

    private interface Step<T> {
        T take() throws IOException;
    }

    /** What may happen at the same time as any other step, but not while files are added up. */
    private <T> T step(Step<T> step) throws IOException {
        steps.readLock().lock();
        try {
            return step.take();
        } finally {
            steps.readLock().unlock();
        }
    }

    private long heldBetweenSteps() throws IOException {
        steps.writeLock().lock();
        try {
            return held();
        } finally {
            steps.writeLock().unlock();
        }
    }

    private long held() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private Card card(OptionalLong size, FullCard whenFull) {
        return new Card(
                size,
                whenFull,
                VirtualPath.ROOT,
                FaultState.none(),
                List.of(root),
                host.resolve("spool"),
                new Anchors(List.of(host)));
    }
}
