package org.wec7emu.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.device.Device;

/** Which devices there are. */
final class FleetResource {
    private final Fleet fleet;

    FleetResource(Fleet fleet) {
        this.fleet = fleet;
    }

    void list(Call call) throws IOException {
        List<Map<String, Object>> list = new ArrayList<>();
        fleet.devices().forEach((name, device) -> list.add(json(name, device)));
        call.answer(200, Map.of("devices", list));
    }

    void one(Call call) throws IOException, Problem {
        String name = call.scope().name();
        call.answer(200, json(name, fleet.device(name)));
    }

    /** The addresses in a page are relative, so a page's own must end in a slash. */
    void toPage(Call call) {
        call.header("Location", PathSegment.encoded(call.scope().name()) + "/");
        call.exchange().setStatusCode(308);
        call.exchange().endExchange();
    }

    private static Map<String, Object> json(String name, Device device) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("image", device.profile().image());
        json.put("state", device.state());
        json.put("url", device.url());
        json.put("host", device.host());
        json.put("port", device.port());
        json.put("enforcement", device.enforcement().label());
        json.put("api", Fleet.apiOf(name));
        json.put("page", Fleet.pageOf(name));
        return json;
    }
}
