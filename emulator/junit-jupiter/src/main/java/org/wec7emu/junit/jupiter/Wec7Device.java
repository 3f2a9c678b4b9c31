package org.wec7emu.junit.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wec7emu.path.NetworkPath;

/**
 * A device for tests.
 *
 * <pre>{@code
 * @Wec7Device(image = "CX8100_WEC7_LF_v604h")
 * class RecipeUploadTests {
 *     @Test
 *     void uploads_in_active_mode(Device device) throws IOException {
 *         new RecipeUploader(device.host(), device.port(), device.user(), device.password()).upload("recipe.txt");
 *
 *         assertThat(device).usedOnlyActiveMode().uploaded("recipe.txt");
 *     }
 * }
 * }</pre>
 *
 * <ul>
 *   <li><b>On a class</b>: parameters of type {@link org.wec7emu.device.Device} of its tests and of what runs before and after
 *       them are that device; those of nested classes, too, unless they have one of their own.
 *   <li><b>On a parameter</b> of that type: a device that only this parameter has. It lives as long as the test, or the class,
 *       whose parameter it is.
 *   <li><b>On a field</b> of that type: an instance field has a new device before each test, a static field one for the class.
 * </ul>
 *
 * <p>Ports are any free ones. The device goes when its test or class has ended, before that its sessions are told in what a
 * failing test reports.
 *
 * @since 0.1
 */
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(AnnotatedDevices.class)
public @interface Wec7Device {
    /** The image: its name, as much of its beginning as is unique, or the path of a profile ({@code .yaml}). */
    String image() default "CX8100_WEC7_LF_v604h";

    /** The state to start in; the image's default state unless told. */
    String state() default "";

    /** The network between clients and the device. */
    NetworkPath path() default NetworkPath.DIRECT;

    /** Whether the image's other services are there, each at a port of the host: unless told there is FTP alone. */
    boolean services() default false;

    /** How long a device of a class lives; without meaning on fields and parameters. */
    DeviceLifecycle lifecycle() default DeviceLifecycle.PER_TEST;

    /**
     * Whether a device that several tests have is put back to how it was started before each of them
     * ({@link org.wec7emu.device.Device#reset}): sessions, files, rules and settings. Such tests can't run at the same time;
     * where JUnit is told that they may, they fail and say so.
     */
    boolean reset() default true;
}
