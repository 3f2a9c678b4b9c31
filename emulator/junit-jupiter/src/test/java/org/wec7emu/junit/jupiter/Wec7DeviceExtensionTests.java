package org.wec7emu.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.wec7emu.device.Device;

/** The extension with its builder. */
class Wec7DeviceExtensionTests {
    @BeforeEach
    void forget() {
        Seen.forget();
    }

    private static void passes(Class<?> type, int tests) {
        Cases.run(type).testEvents().assertStatistics(stats -> stats.started(tests)
                .succeeded(tests));
    }

    static class InInstanceField {
        @RegisterExtension
        final Wec7DeviceExtension plc = Wec7DeviceExtension.builder()
                .image("CX8100_WEC7_LF_v604h")
                .file("recipes/old.txt", "old\n")
                .build();

        @RepeatedTest(2)
        void test(Device parameter) throws IOException {
            assertThat(parameter).isSameAs(plc.device());
            assertThat(plc.device().ftpRoot().resolve("recipes/old.txt")).hasContent("old\n");
            assertThat(plc.device().ftpRoot().resolve("mine.txt")).doesNotExist();
            Client.upload(plc.device(), "mine.txt");
            Seen.add(plc.device());
        }
    }

    @Test
    void in_an_instance_field_each_test_has_a_device() {
        passes(InInstanceField.class, 2);

        assertThat(Seen.devices()).hasSize(2).doesNotHaveDuplicates().noneMatch(Seen::answers);
    }

    static class InStaticField {
        @RegisterExtension
        static final Wec7DeviceExtension PLC =
                Wec7DeviceExtension.builder().file("old.txt", "old\n").build();

        @RepeatedTest(2)
        void test() throws IOException {
            assertThat(PLC.device().ftpRoot().resolve("old.txt")).hasContent("old\n");
            assertThat(PLC.device().ftpRoot().resolve("mine.txt")).doesNotExist();
            Client.upload(PLC.device(), "mine.txt");
            Client.upload(PLC.device(), "old.txt");
            Seen.add(PLC.device());
        }
    }

    @Test
    void in_a_static_field_the_class_has_one_that_is_put_back_with_its_files() {
        passes(InStaticField.class, 2);

        assertThat(Seen.devices().stream().distinct()).hasSize(1).noneMatch(Seen::answers);
    }

    abstract static class Base {
        @RegisterExtension
        static final Wec7DeviceExtension PLC = Wec7DeviceExtension.builder().build();

        @RepeatedTest(2)
        void test(Device device) throws IOException {
            assertThat(device.ftpRoot().resolve("mine.txt")).doesNotExist();
            Client.upload(device, "mine.txt");
            Seen.add(device);
        }
    }

    static class First extends Base {
        @Nested
        class Inner {
            @Test
            void has_that_of_the_class_around_it(Device device) {
                assertThat(device).isSameAs(PLC.device());
                assertThat(device.ftpRoot().resolve("mine.txt")).doesNotExist();
            }
        }
    }

    static class Second extends Base {}

    @Test
    void each_class_with_a_common_base_class_has_its_own() {
        passes(First.class, 3);
        passes(Second.class, 2);

        assertThat(Seen.devices().stream().distinct()).hasSize(2).noneMatch(Seen::answers);
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstance {
        @RegisterExtension
        final Wec7DeviceExtension plc = Wec7DeviceExtension.builder().build();

        @RepeatedTest(2)
        void test() {
            Seen.add(plc.device());
        }
    }

    @Test
    void in_the_one_instance_of_a_class_it_is_as_in_a_static_field() {
        passes(OneInstance.class, 2);

        assertThat(Seen.devices().stream().distinct()).hasSize(1);
    }

    abstract static class CommonBase {
        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @RegisterExtension
        static final Wec7DeviceExtension PLC =
                Wec7DeviceExtension.builder().reset(false).build();

        @Test
        void test(Device device) throws Exception {
            Seen.add(device);
            BOTH.await(30, TimeUnit.SECONDS);
            assertThatThrownBy(PLC::device).hasMessageContaining("take the device as a parameter of the test");
            BOTH.await(30, TimeUnit.SECONDS);
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class OneClass extends CommonBase {}

    @Execution(ExecutionMode.CONCURRENT)
    static class OtherClass extends CommonBase {}

    @Test
    void classes_at_the_same_time_have_their_devices_as_parameters() {
        Cases.runInParallel(OneClass.class, OtherClass.class).testEvents().assertStatistics(stats -> stats.started(2)
                .succeeded(2));

        assertThat(Seen.devices()).hasSize(2).doesNotHaveDuplicates();
    }

    static class OutsideOfItsDirectory {
        @RegisterExtension
        final Wec7DeviceExtension plc =
                Wec7DeviceExtension.builder().file("../../escape.txt", "").build();

        @Test
        void test() {}
    }

    @Test
    void no_file_lands_outside_of_what_clients_see() {
        assertThat(Cases.failures(Cases.run(OutsideOfItsDirectory.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("file ../../escape.txt can't be put"));
    }

    @Test
    void outside_of_a_test_there_is_no_device() {
        assertThatThrownBy(() -> Wec7DeviceExtension.builder().build().device())
                .hasMessageContaining("there is no device outside of a test");
    }
}
