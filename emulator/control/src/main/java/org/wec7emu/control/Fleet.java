package org.wec7emu.control;

import io.undertow.server.HttpHandler;
import java.net.InetAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.wec7emu.device.Device;
import org.wec7emu.profile.NearestName;

/**
 * A server for many devices, each with an API at {@code /v1/devices/NAME} and a page at {@code /devices/NAME/}. A device costs
 * nothing here until it is asked for.
 */
final class Fleet implements Subject {
    private static final int MOST_NEAREST = 5;
    /** Browsers and other clients take these for the way up, however they are encoded. */
    private static final Set<String> NO_SEGMENTS = Set.of("", ".", "..");

    private final Limits limits = Limits.ofFleet();
    private final Map<String, Device> devices;
    private final Map<String, DeviceApi> inUse = new ConcurrentHashMap<>();

    /**
     * @param devices by their names, in the order to be listed in
     * @throws IllegalArgumentException when a name can't stand in a URL
     */
    Fleet(Map<String, Device> devices) {
        this.devices = Collections.unmodifiableMap(new LinkedHashMap<>(devices));
        for (String name : this.devices.keySet()) {
            if (NO_SEGMENTS.contains(name)) {
                throw new IllegalArgumentException(
                        "a device that is named '" + name + "' has no address in a URL; name it otherwise");
            }
        }
    }

    /** A device, under the name that a request has for it. */
    private record Member(Fleet fleet, String name) implements Scope {
        @Override
        public String base() {
            return fleet.devices.containsKey(name) ? apiOf(name) : ONE_DEVICE;
        }

        @Override
        public DeviceApi device() throws Problem {
            Device device = fleet.device(name);
            return fleet.inUse.computeIfAbsent(name, first -> DeviceApi.of(device, fleet.limits));
        }
    }

    static String apiOf(String name) {
        return "/v1/devices/" + PathSegment.encoded(name);
    }

    static String pageOf(String name) {
        return "/devices/" + PathSegment.encoded(name) + "/";
    }

    @Override
    public HttpHandler door(Access access) {
        return new FleetDoor(this, access);
    }

    /** Of a server that is bound to all addresses none: it is reached at the machine's own. */
    @Override
    public List<Device> behind(InetAddress bound) {
        return devices.values().stream()
                .filter(device -> Subject.isAt(bound, device))
                .toList();
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public List<DeviceApi> inUse() {
        return List.copyOf(inUse.values());
    }

    Map<String, Device> devices() {
        return devices;
    }

    Scope scope(String name) {
        return new Member(this, name);
    }

    Device device(String name) throws Problem {
        Device device = devices.get(name);
        if (device == null) {
            throw Problem.notFound(
                    "there is no device '" + name + "'" + nearest(name), "GET /v1/devices lists those there are");
        }
        return device;
    }

    private String nearest(String name) {
        List<String> nearest = NearestName.of(name, devices.keySet());
        String some = String.join(", ", nearest.stream().limit(MOST_NEAREST).toList());
        return nearest.isEmpty() ? "" : "; nearest to it: " + some + (nearest.size() > MOST_NEAREST ? ", ..." : "");
    }
}
