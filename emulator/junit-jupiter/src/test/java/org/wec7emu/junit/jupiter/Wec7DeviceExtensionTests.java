package org.wec7emu.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
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
