package org.wec7emu.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that make a name at the same moment, each in a case of its own: one of them makes it, as on FAT. */
class OneNameTests {
    private static final List<String> CASES = List.of("name", "Name", "NAME", "nAME");
    private static final int ROUNDS = 500;

    private final ExecutorService clients = Executors.newFixedThreadPool(CASES.size());
    private final CyclicBarrier together = new CyclicBarrier(CASES.size());

    @TempDir
    private Path root;

    private FileArea area;

    @BeforeEach
    void makeArea() throws IOException {
        area = Storages.area(root);
        for (String name : CASES) {
            Files.createFile(root.resolve("of " + name + " " + CASES.indexOf(name)));
        }
    }

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    @Test
    void aDirectory() throws Exception {
        assertOneOfAll(name -> area.changes().makeDirectory(path(name)), true);
    }

    @Test
    void aFile() throws Exception {
        assertOneOfAll(name -> area.changes().upload(path(name)).close(), false);
    }

    @Test
    void aNewNameOfAFile() throws Exception {
        assertOneOfAll(
                name -> {
                    VirtualPath own = path("of " + name + " " + CASES.indexOf(name));
                    area.changes().upload(own).close();
                    area.changes().rename(own, path(name), false);
                },
                true);
    }

    private interface Maker {
        void make(String name) throws IOException;
    }

    private void assertOneOfAll(Maker maker, boolean othersFail) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<Future<Boolean>> made = new ArrayList<>();
            for (String name : CASES) {
                made.add(clients.submit(() -> {
                    together.await(20, TimeUnit.SECONDS);
                    try {
                        maker.make(name);
                        return true;
                    } catch (FileBusyException e) {
                        return true; // another one is making it
                    } catch (IOException e) {
                        return false;
                    }
                }));
            }
            int successes = 0;
            for (Future<Boolean> one : made) {
                successes += one.get(20, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(successes).isEqualTo(othersFail ? 1 : CASES.size());
            assertThat(CASES.stream().map(root::resolve).filter(Files::exists)).hasSize(1);
            Files.delete(area.find(path("name")).orElseThrow());
        }
    }

    private static VirtualPath path(String name) {
        return VirtualPath.ROOT.resolve(name);
    }
}
