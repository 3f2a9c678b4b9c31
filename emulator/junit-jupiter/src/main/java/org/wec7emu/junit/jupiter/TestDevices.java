package org.wec7emu.junit.jupiter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The devices of tests and classes, in JUnit's stores; so any number of tests may run at the same time. */
final class TestDevices {
    private static final Namespace NAMESPACE = Namespace.create(TestDevices.class);
    private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

    private TestDevices() {}

    /**
     * A device of a test or class, started when it is first asked for.
     *
     * @param owner the test or class that it lives as long as
     * @param key which of its devices
     */
    static KeptDevice of(ExtensionContext owner, String key, DeviceSettings settings) {
        return Objects.requireNonNull(store(owner)
                .getOrComputeIfAbsent(
                        own(owner, key),
                        name -> {
                            KeptDevice started = new KeptDevice(settings);
                            devices(owner).add(started);
                            return started;
                        },
                        KeptDevice.class));
    }

    /** To be called before each test: devices that it has in common with others are put back to their start. */
    static void beginTest(ExtensionContext test) {
        String once = own(test, "began");
        if (store(test).get(once) != null) {
            return; // another extension of ours has seen to it
        }
        for (KeptDevice shared : ofAll(test)) {
            if (shared.isToBeReset() && mayRunAlongside(test)) {
                throw new ExtensionConfigurationException(
                        "the device of " + test.getRequiredTestClass().getName()
                                + " is put back to its start before each test, and JUnit may run them at the same time: let"
                                + " each have its own (lifecycle = PER_TEST), or annotate the class with"
                                + " @Execution(ExecutionMode.SAME_THREAD), or say reset = false");
            }
            shared.beginTest();
        }
        store(test).put(once, Instant.now());
    }

    /** Whether JUnit may run a test at the same time as others of its class. */
    static boolean mayRunAlongside(ExtensionContext test) {
        boolean parallel = test.getConfigurationParameter(PARALLEL)
                .map(Boolean::parseBoolean)
                .orElse(false);
        return parallel && test.getExecutionMode() == ExecutionMode.CONCURRENT;
    }

    /** Those of a test, and of the classes that it is in. */
    static List<KeptDevice> ofAll(ExtensionContext test) {
        List<KeptDevice> all = new ArrayList<>();
        Optional<ExtensionContext> context = Optional.of(test);
        while (context.isPresent()) {
            all.addAll(devices(context.get()));
            context = context.get().getParent();
        }
        return all;
    }

    /** When the test began; the beginning of time when none has. */
    static Instant beginOf(ExtensionContext test) {
        Instant began = store(test).get(own(test, "began"), Instant.class);
        return began == null ? Instant.MIN : began;
    }

    /** In the order in which they were started. */
    @SuppressWarnings("unchecked")
    private static List<KeptDevice> devices(ExtensionContext owner) {
        return (List<KeptDevice>) Objects.requireNonNull(
                store(owner).getOrComputeIfAbsent(own(owner, "all"), key -> new CopyOnWriteArrayList<KeptDevice>()));
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    /** A store also finds what the stores above it have, so each test and class has keys of its own. */
    private static String own(ExtensionContext owner, String key) {
        return owner.getUniqueId() + "/" + key;
    }
}
