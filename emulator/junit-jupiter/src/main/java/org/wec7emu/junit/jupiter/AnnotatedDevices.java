package org.wec7emu.junit.jupiter;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ModifierSupport;
import org.wec7emu.device.Device;

/** What {@link Wec7Device} means. */
final class AnnotatedDevices extends SessionsInFailures implements BeforeAllCallback, BeforeEachCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        inject(context, context.getRequiredTestClass(), null, ModifierSupport::isStatic);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        TestDevices.beginTest(context);
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            inject(context, instance.getClass(), instance, ModifierSupport::isNotStatic);
        }
    }

    private static void inject(
            ExtensionContext owner, Class<?> type, @Nullable Object instance, Predicate<Field> which) {
        for (Field field : AnnotationSupport.findAnnotatedFields(type, Wec7Device.class, which)) {
            Wec7Device annotation =
                    AnnotationSupport.findAnnotation(field, Wec7Device.class).orElseThrow();
            if (field.getType() != Device.class || Modifier.isFinal(field.getModifiers())) {
                throw new ExtensionConfigurationException("@Wec7Device is for fields of type Device that aren't final: "
                        + field.getDeclaringClass().getName() + "." + field.getName() + " is not such a field");
            }
            if (instance != null && hasOneInstance(owner) && TestDevices.mayRunAlongside(owner)) {
                throw new ExtensionConfigurationException("tests that JUnit may run at the same time have the field "
                        + field.getName() + " of one instance of " + type.getName()
                        + " in common: take a parameter instead, or annotate the class with"
                        + " @Execution(ExecutionMode.SAME_THREAD)");
            }
            Device device = TestDevices.of(owner, field.toString(), DeviceSettings.of(annotation))
                    .device();
            try {
                field.setAccessible(true);
                field.set(instance, device);
            } catch (IllegalAccessException e) {
                throw new ExtensionConfigurationException("field " + field + " can't be set", e);
            }
        }
    }

    private static boolean hasOneInstance(ExtensionContext test) {
        return test.getTestInstanceLifecycle().orElse(Lifecycle.PER_METHOD) == Lifecycle.PER_CLASS;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Device.class
                && (parameter.isAnnotated(Wec7Device.class)
                        || annotatedClass(context).isPresent());
    }

    @Override
    public Device resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Optional<Wec7Device> own = parameter.findAnnotation(Wec7Device.class);
        if (own.isPresent()) {
            String key = parameter.getDeclaringExecutable() + "#" + parameter.getIndex();
            return TestDevices.of(context, key, DeviceSettings.of(own.get())).device();
        }
        ExtensionContext ofClass = annotatedClass(context).orElseThrow();
        Wec7Device annotation = annotation(ofClass).orElseThrow();
        if (annotation.lifecycle() == DeviceLifecycle.PER_CLASS) {
            return TestDevices.of(ofClass, "class", DeviceSettings.of(annotation))
                    .device();
        } else if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    "each test has a device of its own, so " + parameter.getDeclaringExecutable()
                            + " can't have it: say lifecycle = PER_CLASS, or take it as a parameter of @BeforeEach or of a test");
        }
        return TestDevices.of(context, "class", DeviceSettings.of(annotation)).device();
    }

    /** The class around a test, or that itself, whose annotation counts. */
    private static Optional<ExtensionContext> annotatedClass(ExtensionContext context) {
        Optional<ExtensionContext> found = Optional.of(context);
        while (found.isPresent()) {
            if (found.get().getTestMethod().isEmpty() && annotation(found.get()).isPresent()) {
                return found;
            }
            found = found.get().getParent();
        }
        return found;
    }

    private static Optional<Wec7Device> annotation(ExtensionContext ofClass) {
        return ofClass.getTestClass().flatMap(type -> AnnotationSupport.findAnnotation(type, Wec7Device.class));
    }
}
