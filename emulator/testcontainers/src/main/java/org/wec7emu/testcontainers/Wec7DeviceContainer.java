package org.wec7emu.testcontainers;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HealthCheck;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.JournalException;
import org.wec7emu.journal.JournalReader;

/**
 * A Windows CE / WEC7 device in a container, with an address and ports 20 and 21 of its own.
 *
 * <pre>{@code
 * try (Wec7DeviceContainer device = new Wec7DeviceContainer("wec7emu:latest")) {
 *     device.start();
 *     new MyTool().upload(device.getFtpHost(), device.getFtpPort(), device.getUsername(), device.getPassword());
 *     assertThat(device.journal(DeviceEvent.TransferCompleted.class)).hasSize(1);
 * }
 * }</pre>
 *
 * <p>It is started when a client can log in. Containers of the same network reach it by its network alias, at port 21. The
 * container is given NET_ADMIN, which lets the kernel enforce the firewall; where it may not be, the next level is taken.
 */
public class Wec7DeviceContainer extends GenericContainer<Wec7DeviceContainer> {
    /** The device's control port. */
    public static final int FTP_PORT = 21;

    private static final DockerImageName DEFAULT_IMAGE_NAME = DockerImageName.parse("wec7emu");
    private static final String JOURNAL = "/tmp/wec7emu.jsonl";
    /** Inside the container alone. */
    private static final String CONTROL = "127.0.0.1:8191";

    private static final String OWN_PROFILE = "/tmp/profile.yaml";

    private @Nullable Login login;
    private int began;

    /** @param dockerImageName what {@code scripts/container.sh} or {@code docker build} has made, as {@code wec7emu:latest} */
    public Wec7DeviceContainer(String dockerImageName) {
        this(DockerImageName.parse(dockerImageName));
    }

    /** @param dockerImageName of another name, if it is declared to be a substitute of {@code wec7emu} */
    public Wec7DeviceContainer(DockerImageName dockerImageName) {
        super(dockerImageName);
        dockerImageName.assertCompatibleWith(DEFAULT_IMAGE_NAME);
        addExposedPort(FTP_PORT);
        addEnv("WEC7_JOURNAL", JOURNAL);
        addEnv("WEC7_CONTROL", CONTROL);
        withCreateContainerCmdModifier(Wec7DeviceContainer::adapt);
        setWaitStrategy(new LoginWaitStrategy());
    }

    /** Docker's health check would log in beside the test, which the journal would show. */
    private static void adapt(CreateContainerCmd command) {
        command.withHealthcheck(new HealthCheck().withTest(List.of("NONE")));
        Objects.requireNonNull(command.getHostConfig(), "a container without a host's configuration")
                .withCapAdd(Capability.NET_ADMIN);
    }

    /** The device's image: its name, or as much of its beginning as is unique, as {@code wec7emu images} lists them. */
    public Wec7DeviceContainer withProfile(String image) {
        return withEnv("WEC7_IMAGE", image);
    }

    /** A profile of your own, a YAML file of this machine. */
    public Wec7DeviceContainer withProfile(Path file) {
        return withCopyFileToContainer(MountableFile.forHostPath(file), OWN_PROFILE)
                .withEnv("WEC7_IMAGE", OWN_PROFILE);
    }

    /** A state of the image, such as {@code factory}; the image's default state unless told. */
    public Wec7DeviceContainer withState(String state) {
        return withEnv("WEC7_STATE", state);
    }

    /** Whether the firewall is on; as the image's state has it unless told. */
    public Wec7DeviceContainer withFirewall(boolean on) {
        return withEnv("WEC7_FIREWALL", on ? "on" : "off");
    }

    /** Rules that let in, as in {@code tcp/49152-65535} or {@code tcp/23@192.168.0.0/24}. */
    public Wec7DeviceContainer withAllow(String... rules) {
        return withEnv("WEC7_ALLOW", String.join(" ", rules));
    }

    /** Rules that drop, written the same way. */
    public Wec7DeviceContainer withBlock(String... rules) {
        return withEnv("WEC7_BLOCK", String.join(" ", rules));
    }

    @Override
    protected void containerIsStarted(InspectContainerResponse containerInfo) {
        login = Login.of(this);
        began = readJournal().size();
    }

    /**
     * Where this machine reaches the device: its own address, where active mode works. Where that can't be reached, as in Docker
     * Desktop, that of the mapped port, where only passive mode can, and only if the firewall lets it in and {@code
     * WEC7_PUBLISH_PASSIVE} is set.
     */
    public String getFtpHost() {
        return login().host();
    }

    /** The port there. */
    public int getFtpPort() {
        return login().port();
    }

    /** A user that may log in. */
    public String getUsername() {
        return login().user();
    }

    /** That user's password. */
    public String getPassword() {
        return login().password();
    }

    /** {@code ftp://user:password@host:port/}. */
    public String getFtpUrl() {
        return "ftp://" + getUsername() + ":" + getPassword() + "@" + getFtpHost() + ":" + getFtpPort() + "/";
    }

    private Login login() {
        Login known = login;
        if (known == null) {
            throw new IllegalStateException("the container isn't started");
        }
        return known;
    }

    /**
     * What has happened to the device since it was started, oldest first; its own start, too, but not the login that was waited
     * for.
     */
    public List<DeviceEvent> journal() {
        List<DeviceEvent> all = readJournal();
        List<DeviceEvent> events = new java.util.ArrayList<>(all.subList(0, Math.min(began, all.size())).stream()
                .filter(event -> !(event instanceof DeviceEvent.OfSession))
                .toList());
        events.addAll(all.subList(Math.min(began, all.size()), all.size()));
        return List.copyOf(events);
    }

    /** Those events of one kind. */
    public <E extends DeviceEvent> List<E> journal(Class<E> kind) {
        return journal().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * Waits until an event of that kind satisfies the condition, those of the past included.
     *
     * @return the first such event, or empty when none came within {@code limit}
     */
    public <E extends DeviceEvent> Optional<E> awaitEvent(
            Class<E> kind, Predicate<? super E> condition, Duration limit) {
        return Polling.until(() -> journal(kind).stream().filter(condition).findFirst(), limit);
    }

    /** The firewall at work, as the journal has it. */
    public Firewall firewall() {
        Firewall firewall = new Firewall(false, "");
        for (DeviceEvent event : readJournal()) {
            if (event instanceof DeviceEvent.DeviceStarted started) {
                firewall = new Firewall(started.firewallOn(), started.enforcement());
            } else if (event instanceof DeviceEvent.FirewallChanged changed) {
                firewall = new Firewall(changed.on(), firewall.enforcement());
            }
        }
        return firewall;
    }

    /** Switches the firewall on or off; in force when this returns. Connections that are open stay. */
    public void switchFirewall(boolean on) {
        ControlRequest.send(this, "PATCH", "/v1/firewall", "{\"enabled\":" + on + "}");
    }

    /** Enters a rule that lets in, as in {@code tcp/49152-65535}. */
    public void allow(String rule) {
        ControlRequest.send(this, "POST", "/v1/firewall/rules", "{\"allow\":" + ControlRequest.quoted(rule) + "}");
    }

    /** Enters a rule that drops. */
    public void block(String rule) {
        ControlRequest.send(this, "POST", "/v1/firewall/rules", "{\"block\":" + ControlRequest.quoted(rule) + "}");
    }

    /** Restarts the device, not the container: sessions end, {@code \\Temp} is emptied. When this returns it answers again. */
    public void restartDevice() {
        ControlRequest.send(this, "POST", "/v1/restart", "");
    }

    /** Cuts the device's power and gives it back: as a restart, but connections break in the middle of what they do. */
    public void cutPower() {
        ControlRequest.send(this, "POST", "/v1/power-cut", "");
    }

    /**
     * The device's firewall.
     *
     * @param enabled whether it is on
     * @param enforcement what enforces it: {@code nftables}, {@code socket} or {@code backlog}
     */
    public record Firewall(boolean enabled, String enforcement) {}

    private List<DeviceEvent> readJournal() {
        return copyFileFromContainer(JOURNAL, stream -> {
            try (InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                return JournalReader.read(reader, JOURNAL).events();
            } catch (JournalException e) {
                throw new IOException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
