package org.wec7emu.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory that a process of the host replaces by a link, and back, all the time: a client is never led through it. */
class LinkRaceTests {
    private static final int TRIES = 20_000;
    private static final VirtualPath FILE = VirtualPath.ROOT.resolve("sub/file.txt");

    @TempDir
    private Path host;

    private Path outside;
    private FileArea area;
    private Thread swapping;
    private volatile boolean over;

    @BeforeEach
    void swap() throws IOException {
        Path root = Files.createDirectory(host.resolve("root"));
        outside = Files.createDirectory(host.resolve("outside"));
        Files.writeString(outside.resolve("file.txt"), "secret");
        Files.writeString(outside.resolve("beside.txt"), "");
        Path sub = Files.createDirectory(root.resolve("sub"));
        Files.writeString(sub.resolve("file.txt"), "own");
        Path link = Files.createSymbolicLink(host.resolve("link"), outside);
        Path aside = host.resolve("aside");
        area = Storages.area(root);
        swapping = new Thread(() -> {
            try {
                while (!over) {
                    Files.move(sub, aside, StandardCopyOption.ATOMIC_MOVE);
                    Files.move(link, sub, StandardCopyOption.ATOMIC_MOVE);
                    Files.move(sub, link, StandardCopyOption.ATOMIC_MOVE);
                    Files.move(aside, sub, StandardCopyOption.ATOMIC_MOVE);
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        swapping.start();
    }

    @AfterEach
    void stop() throws Exception {
        over = true;
        swapping.join();
    }

    @Test
    void toRead() {
        int read = 0;
        for (int i = 0; i < TRIES; i++) {
            ByteBuffer content = ByteBuffer.allocate(10);
            try (FileChannel file = area.read(FILE)) {
                file.read(content);
                read++;
            } catch (IOException e) {
                continue; // not there at the moment
            }
            assertThat(content.get(0)).isEqualTo((byte) 'o');
        }
        assertThat(read).isPositive();
    }

    @Test
    void toList() {
        int listed = 0;
        for (int i = 0; i < TRIES; i++) {
            try {
                assertThat(area.list(VirtualPath.ROOT.resolve("sub")))
                        .allSatisfy(entry -> assertThat(entry.name()).isEqualTo("file.txt"))
                        .allSatisfy(entry -> assertThat(entry.size()).isEqualTo(3));
                listed++;
            } catch (IOException e) {
                continue; // not there at the moment
            }
        }
        assertThat(listed).isPositive();
    }

    @Test
    void toWrite() {
        int written = 0;
        for (int i = 0; i < TRIES; i++) {
            try (Upload upload = area.changes().upload(FILE)) {
                upload.channel().write(ByteBuffer.wrap(new byte[] {'o', 'w', 'n'}));
                written++;
            } catch (IOException e) {
                continue; // not there at the moment
            }
        }
        assertThat(written).isPositive();
        assertThat(outside.resolve("file.txt")).hasContent("secret");
    }

    @Test
    void toRemove() {
        for (int i = 0; i < TRIES; i++) {
            try {
                if (area.findFile(FILE).isPresent()) {
                    area.changes().deleteFile(FILE);
                } else {
                    area.changes().upload(FILE).close();
                }
            } catch (IOException e) {
                continue; // not there at the moment
            }
        }
        assertThat(outside.resolve("file.txt")).hasContent("secret");
    }

    @Test
    void toRename() {
        int renamed = 0;
        VirtualPath other = VirtualPath.ROOT.resolve("sub/other.txt");
        for (int i = 0; i < TRIES; i++) {
            try {
                area.changes().rename(i % 2 == 0 ? FILE : other, i % 2 == 0 ? other : FILE, false);
                renamed++;
            } catch (IOException e) {
                continue; // not there at the moment
            }
        }
        assertThat(renamed).isPositive();
        assertThat(outside.resolve("file.txt")).hasContent("secret");
        assertThat(outside.resolve("other.txt")).doesNotExist();
    }
}
