package org.wec7emu.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wec7emu.device.Device;
import org.wec7emu.fault.Fault;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.fault.FaultText;

/** What is wrong with the device. */
final class FaultResource {
    private static final String LIST = "GET /v1/faults lists those there are";

    private final Device device;

    FaultResource(Device device) {
        this.device = device;
    }

    void list(Call call) throws IOException {
        List<Map<String, Object>> active = new ArrayList<>();
        device.faults().active().forEach(fault -> active.add(json(fault)));
        List<Map<String, Object>> known = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            known.add(json(kind));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("active", active);
        json.put("known", known);
        call.answer(200, json);
    }

    void start(Call call) throws IOException, Problem {
        FaultKind kind = kind(call);
        FaultText wanted = wanted(kind, call);
        try {
            device.faults().start(wanted);
        } catch (IllegalStateException e) {
            throw Changes.closed(e);
        } catch (IOException e) {
            throw Problem.conflict(String.valueOf(e.getMessage()), "the fault isn't on; see the log of the emulator");
        }
        call.answer(200, json(wanted.fault()));
    }

    void end(Call call) throws Problem {
        FaultKind kind = kind(call);
        if (!device.faults().end(kind)) {
            throw Problem.notFound("the fault " + kind.label() + " isn't on", LIST);
        }
        call.nothing();
    }

    void endAll(Call call) {
        device.faults().endAll();
        call.nothing();
    }

    private static FaultKind kind(Call call) throws Problem {
        String name = call.part("name");
        return FaultKind.labelled(name).orElseThrow(() -> Problem.notFound("there is no fault '" + name + "'", LIST));
    }

    /** A user writes it on the command line with the same words. */
    private static FaultText wanted(FaultKind kind, Call call) throws Problem, IOException {
        String[] members = Stream.concat(
                        kind.parameters().stream().map(FaultKind.Parameter::name), Stream.of(FaultText.FOR))
                .toArray(String[]::new);
        Map<String, String> values = new LinkedHashMap<>();
        call.body(members).forEach((name, value) -> values.put(name, String.valueOf(value)));
        try {
            return FaultText.of(kind, values);
        } catch (IllegalArgumentException e) {
            throw Problem.unusable(
                    String.valueOf(e.getMessage()),
                    "send an object with " + Arrays.stream(members).collect(Collectors.joining(", ")));
        }
    }

    private static Map<String, Object> json(Fault fault) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", fault.kind().label());
        json.put("parameters", fault.parameters());
        json.put("description", fault.kind().description());
        return json;
    }

    private static Map<String, Object> json(FaultKind kind) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (FaultKind.Parameter parameter : kind.parameters()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", parameter.name());
            json.put("required", !parameter.optional());
            json.put(parameter.optional() ? "default" : "example", parameter.example());
            parameters.add(json);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", kind.label());
        json.put("description", kind.description());
        json.put("once", kind.isOnce());
        json.put("parameters", parameters);
        return json;
    }
}
