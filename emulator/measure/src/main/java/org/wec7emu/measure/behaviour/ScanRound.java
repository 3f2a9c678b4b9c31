package org.wec7emu.measure.behaviour;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.host.PortMap;
import org.wec7emu.measure.behaviour.Observation.Seen;
import org.wec7emu.measure.behaviour.Observation.Tone;
import org.wec7emu.measure.behaviour.Side.Remote;
import org.wec7emu.measure.client.PortLook;
import org.wec7emu.measure.client.Reach;
import org.wec7emu.measure.client.Transcript;
import org.wec7emu.profile.Service;
import org.wec7emu.profile.Service.Protocol;

/** Which TCP ports of the images' services, and those of FTP, are open, closed or silent, as a scan by connecting finds them. */
final class ScanRound implements Round {
    private final Map<Integer, String> names = new LinkedHashMap<>();

    /** @param services of both sides; of UDP, where silence says nothing, none is asked for */
    ScanRound(List<Service> services) {
        names.put(PortMap.DATA_PORT, "FTP data");
        names.put(PortMap.CONTROL_PORT, "FTP control");
        services.stream()
                .filter(service -> service.protocol() == Protocol.TCP)
                .forEach(service -> names.putIfAbsent(service.port(), service.name()));
    }

    @Override
    public String name() {
        return "ports";
    }

    @Override
    public List<Behaviour> behaviours() {
        return names.keySet().stream().map(this::behaviour).toList();
    }

    private Behaviour behaviour(int port) {
        return new Behaviour(Topic.SCAN, "TCP " + port + " (" + names.get(port) + ")", "a connect to TCP port " + port);
    }

    @Override
    public void ask(Side side, Findings findings) throws IOException {
        if (side instanceof Remote remote && remote.control().getPort() != PortMap.CONTROL_PORT) {
            findings.notAsked(
                    behaviours(),
                    "its FTP isn't at port 21, so whose the other ports of " + remote.name() + " are can't be told");
            return;
        }
        try (Subject subject = side.start(Setting.withUnserved(unserved(side)))) {
            for (int port : names.keySet()) {
                Reach reach = PortLook.at(subject.endpoint(port), subject.patienceFor(port), new Transcript());
                String text = Ports.scanned(reach);
                List<String> paths = new ArrayList<>(subject.decidingOn(port));
                paths.add("services." + names.get(port));
                findings.note(
                        behaviour(port),
                        new Seen(
                                reach.name(),
                                text,
                                Tone.PLAIN,
                                reach == Reach.SILENT ? subject.whyDropped(port) : "",
                                subject.values(paths)));
            }
        }
    }

    /** A device of ours holds ports that it knows; so that each is asked for as the other side's is, it gets to know them all. */
    private List<Service> unserved(Side side) {
        List<Service> offered = side.images().stream()
                .flatMap(image -> image.profile().services().stream())
                .toList();
        List<Service> unserved = new ArrayList<>();
        names.forEach((port, name) -> {
            boolean known = port == PortMap.CONTROL_PORT
                    || port == PortMap.DATA_PORT
                    || offered.stream()
                            .anyMatch(service -> service.port() == port && service.protocol() == Protocol.TCP);
            if (!known) {
                unserved.add(new Service("unserved-" + port, Protocol.TCP, port, false));
            }
        });
        return unserved;
    }
}
