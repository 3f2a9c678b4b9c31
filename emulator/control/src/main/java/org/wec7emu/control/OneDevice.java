package org.wec7emu.control;

import io.undertow.server.HttpHandler;
import java.util.List;
import org.wec7emu.device.Device;

/** A server for one device, whose API is at {@code /v1} and whose page is at {@code /}. */
final class OneDevice implements Subject, Scope {
    private final Limits limits = Limits.ofOneDevice();
    private final DeviceApi api;

    OneDevice(Device device) {
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
