package org.wec7emu.control;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wec7emu.device.Device;
import org.wec7emu.device.WhatWorks;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.host.PortMap;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.Service;
import org.wec7emu.profile.Step;

/** The device itself. */
final class DeviceResource {
    private static final String STATES = "give one of the states that GET /v1/device lists";

    private final Device device;

    DeviceResource(Device device) {
        this.device = device;
    }

    void device(Call call) throws IOException {
        DeviceProfile profile = device.profile();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("image", profile.image());
        json.put("synthetic", profile.synthetic());
        json.put("devices", profile.devices());
        json.put("state", device.state());
        json.put("states", states(profile));
        json.put("host", device.host());
        json.put("port", device.port());
        json.put("url", device.url());
        json.put("user", device.user());
        json.put("password", device.password());
        json.put("ports", ports());
        json.put("enforcement", device.enforcement().label());
        json.put("path", device.path().label());
        json.put("services", services());
        json.put("root", device.ftpRoot().toString());
        call.answer(200, json);
    }

    private static List<Map<String, Object>> states(DeviceProfile profile) {
        List<Map<String, Object>> list = new ArrayList<>();
        profile.states().forEach((name, state) -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", name);
            json.put("description", state.description());
            list.add(json);
        });
        return list;
    }

    private Map<String, Object> ports() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("offset", device.ports().offset());
        json.put("control", PortMap.CONTROL_PORT);
        json.put("data", PortMap.DATA_PORT);
        json.put("passive", device.profile().ephemeralPorts().toString());
        return json;
    }

    private List<Map<String, Object>> services() {
        Set<String> missing = new HashSet<>();
        device.servicesLeftOut().forEach(leftOut -> missing.add(leftOut.service()));
        List<Map<String, Object>> list = new ArrayList<>();
        for (Service service : device.services()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", service.name());
            json.put("protocol", service.protocol().label());
            json.put("port", service.port());
            json.put("hostPort", device.ports().onHost(service.port()));
            json.put("listening", service.listening() && !missing.contains(service.name()));
            list.add(json);
        }
        return list;
    }

    void state(Call call) throws IOException {
        call.answer(200, state());
    }

    private Map<String, Object> state() {
        List<String> steps = new ArrayList<>();
        for (Step step : device.profile().state(device.state()).steps()) {
            steps.add(step.instruction());
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", device.state());
        json.put("steps", steps);
        json.put("ftp", device.ftpIsOn());
        json.put("firewall", device.firewall().enabled());
        json.put("openSessions", Sessions.open(device.journal().events()).size());
        json.put("lastEvent", device.journal().after(Long.MAX_VALUE, 0).last());
        return json;
    }

    void modes(Call call) throws Problem, IOException {
        InetAddress client = client(call);
        WhatWorks works = device.whatWorks(client);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("client", client.getHostAddress());
        json.put("control", mode(works.control()));
        json.put("active", mode(works.active()));
        json.put("passive", mode(works.passive()));
        call.answer(200, json);
    }

    private static InetAddress client(Call call) throws Problem {
        Optional<String> told = call.parameter("client");
        try {
            return told.isEmpty()
                    ? call.client()
                    : AddressRange.parse(told.get()).base();
        } catch (IllegalArgumentException e) {
            throw Problem.unusable("the parameter client: " + e.getMessage(), "give an address such as 192.168.0.7");
        }
    }

    private static Map<String, Object> mode(WhatWorks.Mode mode) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("works", mode.works().name().toLowerCase(Locale.ROOT));
        json.put("because", mode.because());
        return json;
    }

    void restart(Call call) throws IOException, Problem {
        again(call, device::restart);
    }

    void powerCut(Call call) throws IOException, Problem {
        again(call, device::powerCut);
    }

    void reset(Call call) throws IOException, Problem {
        Object state = call.hasBody() ? call.body("state").get("state") : null;
        if (state != null && !(state instanceof String)) {
            throw Problem.unusable("'state' is " + state, STATES);
        }
        try {
            again(call, state == null ? device::reset : () -> device.reset(String.valueOf(state)));
        } catch (IllegalArgumentException e) {
            throw Problem.unusable(String.valueOf(e.getMessage()), STATES);
        } catch (EnforcementException e) {
            throw Problem.conflict(
                    String.valueOf(e.getMessage()),
                    "nothing but its faults has ended; enforce its rules by another level (--enforce)");
        }
    }

    /** Something that ends with the device on again. */
    private interface Interruption {
        void run() throws IOException;
    }

    private void again(Call call, Interruption interruption) throws IOException, Problem {
        try {
            interruption.run();
        } catch (IllegalStateException e) {
            throw Changes.closed(e);
        }
        call.answer(200, state());
    }
}
