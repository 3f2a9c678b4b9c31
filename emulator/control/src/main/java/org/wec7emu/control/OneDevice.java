package org.wec7emu.control;

import io.undertow.server.HttpHandler;
import java.net.InetAddress;
import java.util.List;
import org.wec7emu.device.Device;

/** A server for one device, whose API is at {@code /v1} and whose page is at {@code /}. */
final class OneDevice implements Subject, Scope {
    private final Limits limits = Limits.ofOneDevice();
    private final Device device;
    private final DeviceApi api;

    OneDevice(Device device) {
        this.device = device;
        api = DeviceApi.of(device, limits);
    }

    @Override
    public HttpHandler door(Access access) {
        FrontDoor door = new FrontDoor(Routes.all(), access);
        return exchange -> {
            exchange.putAttachment(Scope.KEY, this);
            door.handleRequest(exchange);
        };
    }

    @Override
    public Limits limits() {
        return limits;
    }

    /** In a container, all the addresses that others know are the device's. */
    @Override
    public List<Device> behind(InetAddress bound) {
        boolean meets = bound.isAnyLocalAddress() || Subject.isAt(bound, device);
        return meets ? List.of(device) : List.of();
    }

    @Override
    public List<DeviceApi> inUse() {
        return List.of(api);
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public String base() {
        return ONE_DEVICE;
    }

    @Override
    public DeviceApi device() {
        return api;
    }
}
