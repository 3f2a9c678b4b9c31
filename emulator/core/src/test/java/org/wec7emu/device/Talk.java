package org.wec7emu.device;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A client that writes down what it said and heard, ports and times left out: {@code `PWD` → `257 "/".`}
 */
final class Talk implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("(\\d+,\\d+,\\d+,\\d+),(\\d+),(\\d+)");
    private static final Pattern EXTENDED_PORT = Pattern.compile("\\|\\|\\|(\\d+)\\|");
    private static final Pattern TIME = Pattern.compile("\\d\\d-\\d\\d-\\d\\d {2}\\d\\d:\\d\\d");

    private final RawClient client;
    private final Device device;
    private final WireForm form;
    private final List<String> exchanges = new ArrayList<>();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private ServerSocket listener;
    private InetSocketAddress endpoint;
    private String lastHeard = "";

    private Talk(RawClient client, Device device, WireForm form) {
        this.client = client;
        this.device = device;
        this.form = form;
    }

    /** After a login that isn't written down. */
    static Talk loggedIn(Device device, WireForm form) throws IOException {
        return new Talk(RawClient.loggedIn(device), device, form);
    }

    /** After the greeting. */
    static Talk greeted(Device device, WireForm form) throws IOException {
        return new Talk(RawClient.greeted(device), device, form);
    }

    /** Before it. */
    static Talk connected(Device device, WireForm form) throws IOException {
        return new Talk(new RawClient(device), device, form);
    }

    /** A conversation with a device. */
    @FunctionalInterface
    interface Script {
        void run(Talk talk) throws IOException;
    }

    List<String> exchanges() {
        return exchanges;
    }

    Device device() {
        return device;
    }

    RawClient client() {
        return client;
    }

    /** Sends a command and waits for its reply. */
    String say(String command) throws IOException {
        tell(command);
        return hear();
    }

    /** Sends a command. */
    void tell(String command) throws IOException {
        client.send(form.of(command));
        exchanges.add("`" + shortened(command) + "` →");
    }

    /** Sends bytes as they are, written down in other words. */
    void tellBytes(String bytes, String inWords) throws IOException {
        client.send(bytes);
        exchanges.add(inWords + " →");
    }

    /** Waits for the next reply. */
    String hear() throws IOException {
        String reply = client.wholeReply();
        add("`" + shown(reply) + "`");
        lastHeard = reply;
        return reply;
    }

    String lastHeard() {
        return lastHeard;
    }

    /** Waits until the device ends the control connection, and writes down what it still says. */
    void end() throws IOException {
        while (isGreeted()) {
            // until the end
        }
    }

    /** Whether a reply comes rather than the end. */
    boolean isGreeted() throws IOException {
        try {
            hear();
            return true;
        } catch (java.io.EOFException e) {
            add("(end)");
            return false;
        }
    }

    /** Sends a command, and waits for its reply or the end. */
    void endOr(String command) throws IOException {
        try {
            say(command);
        } catch (java.io.EOFException | java.net.SocketException e) {
            exchanges.remove(exchanges.size() - 1);
            add("(end)");
        }
    }

    /** Writes down what another client said and heard. */
    void addAll(String who, Talk other) {
        other.exchanges.forEach(exchange -> exchanges.add(who + ": " + exchange));
    }

    /** Writes something down behind what was heard last. */
    void add(String words) {
        if (exchanges.isEmpty()) {
            exchanges.add("(connects) →");
        }
        int last = exchanges.size() - 1;
        exchanges.set(last, exchanges.get(last) + " " + words);
    }

    /** Sends PORT with a port of its own. */
    void port() throws IOException {
        listener = client.listen();
        opened.add(listener);
        int port = listener.getLocalPort();
        String address = listener.getInetAddress().getHostAddress().replace('.', ',');
        tellBytes(form.of("PORT " + address + "," + (port >> 8) + "," + (port & 0xFF)), "`PORT " + address + ",p1,p2`");
        hear();
    }

    /** Sends PASV or EPSV. */
    InetSocketAddress passive(String command) throws IOException {
        String reply = say(command);
        Matcher port = PORT.matcher(reply);
        Matcher extended = EXTENDED_PORT.matcher(reply);
        if (port.find()) {
            endpoint = new InetSocketAddress(
                    device.host(), Integer.parseInt(port.group(2)) * 256 + Integer.parseInt(port.group(3)));
        } else if (extended.find()) {
            endpoint = new InetSocketAddress(device.host(), Integer.parseInt(extended.group(1)));
        }
        return endpoint;
    }

    /** Opens the passive data connection. */
    Socket connect() throws IOException {
        return keep(RawClient.connected(endpoint));
    }

    /** Waits for the active one. */
    Socket accept() throws IOException {
        return keep(RawClient.accepted(listener));
    }

    Socket keep(Socket data) {
        opened.add(data);
        return data;
    }

    /** Reads a data connection to its end, and writes down what came. */
    void receive(Socket data) throws IOException {
        String content = new String(data.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        data.close();
        String lines = content.lines().sorted().collect(Collectors.joining("⏎", "", "⏎"));
        boolean whole = content.endsWith("\r\n");
        add(content.isEmpty() ? "(no data)" : "data `" + shown(whole ? lines : content) + "`");
    }

    /** Writes down that a data connection ends without data, however it does. */
    void breaksOff(Socket data) throws IOException {
        try {
            add(data.getInputStream().read() < 0 ? "(broken off)" : "(data)");
        } catch (java.net.SocketException e) {
            add("(broken off)");
        }
    }

    /** Sends data and closes its connection. */
    static void send(Socket data, String content) throws IOException {
        data.getOutputStream().write(content.getBytes(StandardCharsets.ISO_8859_1));
        data.close();
    }

    private static String shown(String text) {
        String masked = PORT.matcher(text).replaceAll("$1,p1,p2");
        masked = EXTENDED_PORT.matcher(masked).replaceAll("|||port|");
        masked = TIME.matcher(masked).replaceAll("MM-DD-YY  HH:MM");
        if (masked.contains("\n")) {
            masked = masked.substring(0, masked.indexOf('\n')) + " ... "
                    + masked.substring(masked.lastIndexOf('\n') + 1);
        }
        return masked;
    }

    private static String shortened(String command) {
        return command.replaceAll("a{20}a+", "aaa...");
    }

    @Override
    public void close() throws IOException {
        for (AutoCloseable each : opened) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
        client.close();
    }
}
