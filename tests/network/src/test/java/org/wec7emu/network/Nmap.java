package org.wec7emu.network;

import java.io.IOException;
import java.io.StringReader;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.wec7emu.firewall.PortRange;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** nmap, run in the namespace of a client. */
record Nmap(Namespace client, InetAddress target) {
    /** Longer than a scan of all ports of a device that answers nothing, at the slowest pace that is asked for. */
    private static final Duration LIMIT = Duration.ofSeconds(50);

    /** An argument of a command line has at most 131,071 bytes. */
    private static final int PORTS_A_COMMAND = 20_000;

    /** What nmap makes of the answers from a port. */
    enum PortState {
        /** It accepts connections, or answered. */
        OPEN,
        /** It refuses them: RST, or ICMP port unreachable. */
        CLOSED,
        /** Silence where an open and a closed port would both have answered. */
        FILTERED,
        /** Silence where an open port may be silent as well, as in UDP. */
        OPEN_OR_FILTERED;

        private static PortState of(String word) {
            return switch (word) {
                case "open" -> OPEN;
                case "closed" -> CLOSED;
                case "filtered" -> FILTERED;
                case "open|filtered" -> OPEN_OR_FILTERED;
                default -> throw new IllegalArgumentException("no port state that is known here: " + word);
            };
        }
    }

    /**
     * States of TCP ports, by SYNs, with patience.
     *
     * @param ports as nmap takes them, such as {@code 21} or {@code 20-21,443}
     */
    NavigableMap<Integer, PortState> tcp(String ports) throws IOException, InterruptedException {
        return ports(run("-Pn", "-sS", "-p", ports, "--max-retries", "5", "-T4"));
    }

    /**
     * States of all 65,535 TCP ports, in haste: each is asked once. An answer may come too late or get lost, so ports that are
     * silent and shouldn't be are asked again with patience.
     *
     * @param expected the state of a port, if all is well
     */
    NavigableMap<Integer, PortState> allTcp(IntFunction<PortState> expected) throws IOException, InterruptedException {
        NavigableMap<Integer, PortState> states =
                ports(run("-Pn", "-sS", "-p", "1-65535", "--min-rate", "20000", "--max-retries", "0", "-T5"));
        List<String> doubtful = states.entrySet().stream()
                .filter(port -> port.getValue() == PortState.FILTERED)
                .map(Map.Entry::getKey)
                .filter(port -> expected.apply(port) != PortState.FILTERED)
                .map(port -> Integer.toString(port))
                .toList();
        for (int from = 0; from < doubtful.size(); from += PORTS_A_COMMAND) {
            List<String> some = doubtful.subList(from, Math.min(from + PORTS_A_COMMAND, doubtful.size()));
            states.putAll(tcp(String.join(",", some)));
        }
        return states;
    }

    /** States of UDP ports; a closed one is told only as often as the device sends ICMP, so there may be only a few. */
    NavigableMap<Integer, PortState> udp(String ports) throws IOException, InterruptedException {
        return ports(run("-Pn", "-sU", "-p", ports, "--max-retries", "2", "-T4"));
    }

    /** Whether it answers an echo request. */
    boolean ping() throws IOException, InterruptedException {
        Element hosts = (Element) run("-sn", "-PE", "--disable-arp-ping")
                .getElementsByTagName("hosts")
                .item(0);
        return hosts.getAttribute("up").equals("1");
    }

    private Element run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("nmap", "-n", "--host-timeout", "45s", "-oX", "-"));
        command.addAll(List.of(options));
        if (target instanceof Inet6Address) {
            command.add("-6");
        }
        command.add(target.getHostAddress());
        return parse(client.run(command, "", LIMIT));
    }

    private static Element parse(String xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("nmap's report can't be read: " + xml, e);
        }
    }

    /** Those in the majority are told by their ranges, the others one by one. */
    private static NavigableMap<Integer, PortState> ports(Element report) throws IOException {
        if (report.getElementsByTagName("ports").getLength() != 1) {
            Element summary = elements(report, "finished").get(0);
            throw new IOException("nmap gave up: " + summary.getAttribute("summary"));
        }
        NavigableMap<Integer, PortState> states = new TreeMap<>();
        for (Element alike : elements(report, "extraports")) {
            for (Element reason : elements(alike, "extrareasons")) {
                for (String range : reason.getAttribute("ports").split(",")) {
                    PortRange ports = PortRange.parse(range);
                    for (int port = ports.first(); port <= ports.last(); port++) {
                        states.put(port, PortState.of(alike.getAttribute("state")));
                    }
                }
            }
        }
        for (Element port : elements(report, "port")) {
            String state = elements(port, "state").get(0).getAttribute("state");
            states.put(Integer.parseInt(port.getAttribute("portid")), PortState.of(state));
        }
        return states;
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
