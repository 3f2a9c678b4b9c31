package org.wec7emu.junit.jupiter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
 * A device for tests, described by calls. In an instance field each test has a device of its own; in a static field the class has
 * one, which is put back to its start before each test unless told otherwise.
 *
 * <pre>{@code
 * @RegisterExtension
 * final Wec7DeviceExtension plc =
 *         Wec7DeviceExtension.builder().image("CX8100_WEC7_LF_v604h").file("recipes/old.txt", "1\n").build();
 * }</pre>
 *
 * <p>A parameter of type {@link Device} gets it as well. Where one instance of a test class has its tests run at the same time
 * ({@code PER_CLASS} and concurrent), take the parameter: {@link #device} can't know which test asks.
 *
 * @since 0.1
 */
public final class Wec7DeviceExtension extends SessionsInFailures
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final DeviceSettings settings;
    private final String key = "extension " + NUMBERS.incrementAndGet();
    private @Nullable ExtensionContext ofClass;
    private volatile @Nullable Device device;

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
     * @throws IllegalStateException outside of a test
     */
    public Device device() {
        Device running = device;
        if (running == null) {
            throw new IllegalStateException("there is no device outside of a test: register the extension with"
                    + " @RegisterExtension, and ask for the device in a test or in what runs before or after it");
        }
        return running;
    }

    /** JUnit calls this for static fields only. */
    @Override
    public void beforeAll(ExtensionContext context) {
        if (ofClass == null) {
            ofClass = context;
            device = kept(context).device();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        TestDevices.beginTest(context);
        if (ofClass == null) {
            device = kept(context).device();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (ofClass == null) {
            device = null;
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.equals(ofClass)) {
            ofClass = null;
            device = null;
        }
    }

    private KeptDevice kept(ExtensionContext owner) {
        return TestDevices.of(owner, key, settings);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Device.class && !parameter.isAnnotated(Wec7Device.class);
    }

    @Override
    public Device resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext shared = ofClass;
        return kept(shared == null ? context : shared).device();
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
