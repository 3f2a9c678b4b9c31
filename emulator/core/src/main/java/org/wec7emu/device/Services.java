package org.wec7emu.device;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.wec7emu.firewall.enforce.GuardedPort;
import org.wec7emu.host.AddressText;
import org.wec7emu.host.PortMap;
import org.wec7emu.host.ServiceAcceptor;
import org.wec7emu.host.ServiceAcceptor.Binding;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.ServiceLeftOut;
import org.wec7emu.journal.DeviceEvent.Stop;
import org.wec7emu.profile.Service;
import org.wec7emu.profile.Service.Protocol;

/**
 * The services of a device besides FTP. Those that listen accept and say nothing. The TCP port of one that doesn't is held
 * silent as long as the firewall drops it; where it doesn't, nothing listens, and the host's RST is the device's. So is the
 * port that FTP dials from, on which no image listens.
 *
 * <p>Users come for FTP, so a service whose port the host hasn't got is left out and never keeps a device from starting.
 */
final class Services {
    /** A look at all ports of a thousand devices is not to cost more than a small share of one core. */
    private static final Duration WATCH = Duration.ofSeconds(1);

    private static final Service FTP_DATA = new Service("ftp-data", Protocol.TCP, PortMap.DATA_PORT, false);

    private final Surroundings surroundings;
    private final List<Service> offered;
    private final List<Service> services;
    private final DropWatch dropWatch;
    private final Map<Service, Binding> served = new LinkedHashMap<>();
    private final Map<Service, GuardedPort> held = new LinkedHashMap<>();
    private final Map<Service, DatagramChannel> datagrams = new LinkedHashMap<>();
    private final Map<Service, ServiceLeftOut> leftOut = new LinkedHashMap<>();

    /** @param offered by the image */
    Services(Surroundings surroundings, List<Service> offered) {
        this.surroundings = surroundings;
        this.offered = offered;
        services = Stream.concat(offered.stream(), Stream.of(FTP_DATA)).toList();
        dropWatch = new DropWatch(surroundings, WATCH);
    }

    /**
     * Opens what the device offers.
     *
     * @return what had to be left out
     */
    List<ServiceLeftOut> open() {
        return open(services.stream()
                .filter(service -> service.listening() || isToBeHeld(service))
                .toList());
    }

    /**
     * Holds ports that nobody listens on, or lets them go, as the rules in force have it. Those that are served follow them
     * by themselves.
     *
     * @return what had to be left out
     */
    List<ServiceLeftOut> followFirewall() {
        List<Service> silenced = new ArrayList<>();
        for (Service service : services) {
            boolean silent = !service.listening() && isToBeHeld(service);
            if (silent && !held.containsKey(service)) {
                silenced.add(service);
            } else if (!silent && !service.listening()) {
                close(service);
                leftOut.remove(service);
            }
        }
        return open(silenced);
    }

    List<Service> offered() {
        return offered;
    }

    /** What the device goes without now. */
    List<ServiceLeftOut> leftOut() {
        return List.copyOf(leftOut.values());
    }

    private boolean isToBeHeld(Service service) {
        return service.protocol() == Protocol.TCP && dropWatch.mustBeHeld(service.port());
    }

    private List<ServiceLeftOut> open(List<Service> opening) {
        Map<Service, IOException> problems = new ConcurrentHashMap<>();
        Map<Service, GuardedPort> bound = new LinkedHashMap<>();
        leftOut.keySet().removeAll(opening);
        for (Service service : opening) {
            try {
                if (service.protocol() == Protocol.UDP) {
                    datagrams.put(service, boundDatagrams(service));
                } else {
                    bound.put(service, bound(service));
                }
            } catch (IOException e) {
                problems.put(service, e);
            }
        }
        arm(bound, problems);
        bound.keySet().removeAll(problems.keySet());
        accept(bound, problems);
        bound.keySet().removeAll(problems.keySet());
        bound.values().forEach(dropWatch::watch);
        List<ServiceLeftOut> events = new ArrayList<>();
        for (Service service : opening) {
            IOException problem = problems.get(service);
            if (problem != null) {
                events.add(leaveOut(service, problem));
            }
        }
        return events;
    }

    /**
     * Never read from: the kernel throws away what is too much for the smallest buffer, which looks the same from outside
     * and costs nobody a thread.
     */
    private DatagramChannel boundDatagrams(Service service) throws IOException {
        DatagramChannel channel = DatagramChannel.open(surroundings.family());
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 1);
            return channel.bind(surroundings.endpoint(service.port()));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private GuardedPort bound(Service service) throws IOException {
        InetSocketAddress endpoint = surroundings.endpoint(service.port());
        GuardedPort port = surroundings.enforcement().open(surroundings.family(), service.port());
        if (service.listening()) {
            served.put(service, acceptor().bind(port, endpoint, client -> noteConnection(service, client)));
            return port;
        }
        try {
            if (service.port() == PortMap.DATA_PORT) {
                DataPort.share(port.channel());
            }
            port.channel().bind(endpoint, GuardedPort.SILENT_BACKLOG);
        } catch (IOException | RuntimeException e) {
            port.close();
            throw e;
        }
        held.put(service, port);
        return port;
    }

    /** Ports that are silent by a full queue take some 20 ms each, of waiting alone: so all at once. */
    private void arm(Map<Service, GuardedPort> bound, Map<Service, IOException> problems) {
        List<Runnable> slow = new ArrayList<>();
        bound.forEach((service, port) -> {
            Runnable arming = () -> {
                try {
                    port.bound();
                } catch (IOException e) {
                    problems.put(service, e);
                }
            };
            if (port.silent()) {
                slow.add(arming);
            } else {
                arming.run();
            }
        });
        surroundings.host().runAll(slow);
    }

    private void accept(Map<Service, GuardedPort> bound, Map<Service, IOException> problems) {
        List<Service> listening =
                bound.keySet().stream().filter(served::containsKey).toList();
        try {
            acceptor().accept(listening.stream().map(served::get).toList());
        } catch (IOException e) {
            listening.forEach(service -> problems.put(service, e));
        }
    }

    private ServiceLeftOut leaveOut(Service service, IOException problem) {
        close(service);
        InetSocketAddress endpoint = surroundings.endpoint(service.port());
        ServiceLeftOut event = new ServiceLeftOut(
                surroundings.clock().instant(),
                service.name(),
                service.port(),
                endpoint.getPort(),
                HostPorts.whatToDo(problem, endpoint, service.port()));
        leftOut.put(service, event);
        return event;
    }

    private void close(Service service) {
        Binding binding = served.remove(service);
        if (binding != null) {
            acceptor().close(List.of(binding), true);
        }
        GuardedPort port = held.remove(service);
        if (port != null) {
            dropWatch.forget(port);
            port.close();
        }
    }

    private void noteConnection(Service service, InetSocketAddress client) {
        surroundings
                .journal()
                .append(new DeviceEvent.ServiceConnected(
                        surroundings.clock().instant(),
                        service.name(),
                        AddressText.of(client),
                        service.port(),
                        surroundings.ports().onHost(service.port())));
    }

    private ServiceAcceptor acceptor() {
        return surroundings.host().services();
    }

    void close(Stop how) {
        dropWatch.stop();
        leftOut.clear();
        if (!served.isEmpty()) {
            acceptor().close(List.copyOf(served.values()), how != Stop.POWER_CUT);
            served.clear();
        }
        held.values().forEach(GuardedPort::close);
        held.clear();
        datagrams.values().forEach(Services::close);
        datagrams.clear();
    }

    private static void close(DatagramChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // the descriptor is gone all the same
        }
    }
}
