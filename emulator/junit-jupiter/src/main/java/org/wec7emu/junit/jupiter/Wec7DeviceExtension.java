package org.wec7emu.junit.jupiter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.wec7emu.device.Device;
import org.wec7emu.device.DeviceBuilder;
import org.wec7emu.path.NetworkPath;

/**
 * A device for tests, described by calls. In an instance field each test has a device of its own; in a static field, or where all
 * tests of a class have one instance ({@code PER_CLASS}), the class has one, which is put back to its start before each test
 * unless told otherwise.
 *
 * <pre>{@code
 * @RegisterExtension
 * final Wec7DeviceExtension plc =
 *         Wec7DeviceExtension.builder().image("CX8100_WEC7_LF_v604h").file("recipes/old.txt", "1\n").build();
 * }</pre>
 *
 * <p>A parameter of type {@link Device} gets it as well. Where classes with a static one in common run at the same time, take the
 * parameter: {@link #device} can't know which test asks.
 *
 * @since 0.1
 */
public final class Wec7DeviceExtension extends SessionsInFailures
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final DeviceSettings settings;
    private final String key = "extension " + NUMBERS.incrementAndGet();
    /** By the tests that have them, or the classes: of a static field of several classes' base class each has its own. */
    private final Map<String, Device> running = new ConcurrentHashMap<>();

    private Wec7DeviceExtension(DeviceSettings settings) {
        this.settings = settings;
    }

    /** Begins to describe a device: a CX8191 with image v604h in the image's default state unless told otherwise. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The device of the test that runs, or of the class.
     *
     * @throws IllegalStateException outside of a test; or when tests that have this extension in common run at the same time, as
     *     it isn't known which of them asks
     */
    public Device device() {
        List<Device> devices = List.copyOf(running.values());
        if (devices.isEmpty()) {
            throw new IllegalStateException("there is no device outside of a test: register the extension with"
                    + " @RegisterExtension, and ask for the device in a test or in what runs before or after it");
        } else if (devices.size() > 1) {
            throw new IllegalStateException(
                    "tests run at the same time, and it isn't known which of them asks: take the"
                            + " device as a parameter of the test");
        }
        return devices.get(0);
    }

    /** JUnit calls this where one instance of this class is for all tests of a class; for nested classes as well. */
    @Override
    public void beforeAll(ExtensionContext context) {
        if (classOf(context).isEmpty()) {
            begin(context);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        TestDevices.beginTest(context);
        if (classOf(context).isEmpty()) {
            begin(context);
        }
    }

    private void begin(ExtensionContext owner) {
        running.put(owner.getUniqueId(), kept(owner).device());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        running.remove(context.getUniqueId());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        running.remove(context.getUniqueId());
    }

    private KeptDevice kept(ExtensionContext owner) {
        return TestDevices.of(owner, key, settings);
    }

    /** The class around a test or class, or that itself, for which there is a device. */
    private Optional<ExtensionContext> classOf(ExtensionContext context) {
        Optional<ExtensionContext> found = Optional.of(context);
        while (found.isPresent()) {
            if (found.get().getTestMethod().isEmpty()
                    && running.containsKey(found.get().getUniqueId())) {
                return found;
            }
            found = found.get().getParent();
        }
        return found;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Device.class && !parameter.isAnnotated(Wec7Device.class);
    }

    @Override
    public Device resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return kept(classOf(context).orElse(context)).device();
    }

    /** Describes the device. */
    public static final class Builder {
        private String image = "CX8100_WEC7_LF_v604h";
        private String state = "";
        private NetworkPath path = NetworkPath.DIRECT;
        private boolean services;
        private boolean reset = true;
        private Consumer<DeviceBuilder> further = builder -> {};
        private final Map<String, String> files = new LinkedHashMap<>();

        private Builder() {}

        /** The image: its name, as much of its beginning as is unique, or the path of a profile ({@code .yaml}). */
        public Builder image(String name) {
            image = name;
            return this;
        }

        /** The state to start in; the image's default state unless told. */
        public Builder state(String name) {
            state = name;
            return this;
        }

        /** The network between clients and the device. */
        public Builder path(NetworkPath toClients) {
            path = toClients;
            return this;
        }

        /** Whether the image's other services are there; unless told there is FTP alone. */
        public Builder services(boolean offered) {
            services = offered;
            return this;
        }

        /** Whether a device of a class is put back to its start before each test; it is unless told. */
        public Builder reset(boolean beforeEach) {
            reset = beforeEach;
            return this;
        }

        /**
         * A file that is on the device from the beginning.
         *
         * @param name below the directory that clients see, with {@code /} between directories
         */
        public Builder file(String name, String content) {
            files.put(name, content);
            return this;
        }

        /** Whatever else a device's own builder offers, such as other firewall rules or a clock. */
        public Builder with(Consumer<DeviceBuilder> settings) {
            further = further.andThen(settings);
            return this;
        }

        public Wec7DeviceExtension build() {
            return new Wec7DeviceExtension(
                    new DeviceSettings(image, state, path, services, reset, further::accept, files));
        }
    }
}
