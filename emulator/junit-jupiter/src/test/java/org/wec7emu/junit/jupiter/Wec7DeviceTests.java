package org.wec7emu.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.wec7emu.device.Device;
import org.wec7emu.journal.DeviceEvent.ConnectionOpened;
import org.wec7emu.path.NetworkPath;

/** The annotation on classes, fields and parameters. */
class Wec7DeviceTests {
    @BeforeEach
    void forget() {
        Seen.forget();
    }

    private static void passes(Class<?> type, int tests) {
        Cases.run(type).testEvents().assertStatistics(stats -> stats.started(tests)
                .succeeded(tests));
    }

    @Wec7Device
    static class OfClass {
        @BeforeEach
        void before(Device device) throws IOException {
            Client.upload(device, "before.txt");
        }

        @RepeatedTest(2)
        void test(Device device) throws IOException {
            Seen.add(device);
            assertThat(device.ftpRoot().resolve("before.txt")).exists();
            assertThat(device.ftpRoot().resolve("mine.txt")).doesNotExist();
            Client.upload(device, "mine.txt");
        }

        @AfterEach
        void after(Device device) {
            assertThat(device.ftpRoot().resolve("mine.txt")).exists();
        }
    }

    @Test
    void on_a_class_each_test_has_one_device_with_what_runs_before_and_after_it() {
        passes(OfClass.class, 2);

        assertThat(Seen.devices()).hasSize(2).doesNotHaveDuplicates().noneMatch(Seen::answers);
    }

    @Wec7Device(lifecycle = DeviceLifecycle.PER_CLASS)
    static class OneForAll {
        private static @Nullable Device first;

        @BeforeAll
        static void before(Device device) {
            first = device;
        }

        @RepeatedTest(3)
        void test(Device device) throws IOException {
            assertThat(device).isSameAs(first);
            assertThat(device.ftpRoot().resolve("mine.txt")).doesNotExist();
            assertThat(device.firewall().enabled()).isTrue();
            Client.upload(device, "mine.txt");
            device.firewall(device.firewall().withEnabled(false));
            DeviceAssertions.assertThat(device).uploaded("mine.txt");
            Seen.add(device);
        }

        @Nested
        class Inner {
            @Test
            void has_it_too(Device device) {
                assertThat(device).isSameAs(first);
                DeviceAssertions.assertThat(device).hadNoClient();
            }
        }
    }

    @Test
    void one_for_the_class_is_put_back_to_its_start_before_each_test() {
        passes(OneForAll.class, 4);

        assertThat(Seen.devices()).hasSize(3).noneMatch(Seen::answers);
    }

    @Wec7Device(lifecycle = DeviceLifecycle.PER_CLASS, reset = false)
    static class NeverReset {
        @RepeatedTest(2)
        void test(Device device) throws IOException {
            Seen.add(device);
            assertThat(device.ftpRoot().resolve("1.txt").toFile().exists())
                    .isEqualTo(Seen.devices().size() > 1);
            Client.upload(device, Seen.devices().size() + ".txt");
        }
    }

    @Test
    void or_left_as_it_is_when_told_so() {
        passes(NeverReset.class, 2);
    }

    static class OnFields {
        @Wec7Device(image = "CX8100_WEC7_LF_pre-v604h")
        private static Device ofClass;

        @Wec7Device(state = "factory", path = NetworkPath.CLIENT_NAT)
        private Device ofTest;

        @RepeatedTest(2)
        void test() {
            assertThat(ofClass.profile().image()).isEqualTo("CX8100_WEC7_LF_pre-v604h");
            assertThat(ofTest.state()).isEqualTo("factory");
            assertThat(ofTest.path()).isEqualTo(NetworkPath.CLIENT_NAT);
            Seen.add(ofClass);
            Seen.add(ofTest);
        }
    }

    @Test
    void on_fields_a_static_one_is_for_the_class_and_others_for_a_test() {
        passes(OnFields.class, 2);

        assertThat(Seen.devices().stream().distinct()).hasSize(3).noneMatch(Seen::answers);
    }

    static class OnParameters {
        @Test
        void test(@Wec7Device Device one, @Wec7Device(image = "CX9020_CB3011_WEC7_HPS_v610c") Device other) {
            assertThat(one).isNotSameAs(other);
            assertThat(one.port()).isNotEqualTo(other.port());
            assertThat(other.profile().image()).startsWith("CX9020_");
            Seen.add(one);
            Seen.add(other);
        }
    }

    @Test
    void on_parameters_each_is_a_device() {
        passes(OnParameters.class, 1);

        assertThat(Seen.devices()).hasSize(2).noneMatch(Seen::answers);
    }

    @Wec7Device
    static class SideBySide {
        private static final CyclicBarrier ALL = new CyclicBarrier(3);

        @Test
        void one(Device device) throws Exception {
            test(device);
        }

        @Test
        void other(Device device) throws Exception {
            test(device);
        }

        @Test
        void third(Device device) throws Exception {
            test(device);
        }

        private static void test(Device device) throws Exception {
            ALL.await(30, TimeUnit.SECONDS);
            Client.upload(device, "mine.txt");
            DeviceAssertions.assertThat(device).usedOnlyActiveMode().uploaded("mine.txt");
            assertThat(device.journal().events(ConnectionOpened.class)).hasSize(1);
            Seen.add(device);
        }
    }

    @Test
    void tests_may_run_at_the_same_time() {
        Cases.runInParallel(SideBySide.class).testEvents().assertStatistics(stats -> stats.started(3)
                .succeeded(3));

        assertThat(Seen.devices()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void those_with_one_device_that_is_put_back_may_not_and_say_so() {
        assertThat(Cases.failures(Cases.runInParallel(OneForAll.class)))
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContaining("is put back to its start before each test")
                        .hasMessageContaining("lifecycle = PER_TEST"));
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @Execution(ExecutionMode.CONCURRENT) // with one instance that isn't what JUnit takes by itself
    static class FieldOfOneInstance {
        @Wec7Device
        private Device device;

        @RepeatedTest(2)
        void test() {
            Seen.add(device);
        }
    }

    @Test
    void a_field_of_one_instance_is_for_tests_one_after_the_other() {
        passes(FieldOfOneInstance.class, 2);

        assertThat(Seen.devices()).hasSize(2).doesNotHaveDuplicates();
        assertThat(Cases.failures(Cases.runInParallel(FieldOfOneInstance.class)))
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("take a parameter instead"));
    }

    @Wec7Device
    static class InConstructor {
        InConstructor(Device device) {
            Seen.add(device);
        }

        @Test
        void test() {}
    }

    @Test
    void a_constructor_cant_have_what_each_test_has() {
        assertThat(Cases.failures(Cases.run(InConstructor.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasStackTraceContaining("say lifecycle = PER_CLASS"));
    }

    static class NoSuchImage {
        @Test
        void test(@Wec7Device(image = "CX1000") Device device) {}
    }

    @Test
    void an_image_that_there_isnt_is_named() {
        assertThat(Cases.failures(Cases.run(NoSuchImage.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasStackTraceContaining("no device of image CX1000: "));
    }
}
