package org.wec7emu.clients;

import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wec7emu.device.Device;

/**
 * Speaks the client's part of a transcript and writes down the whole dialogue in the same form. Lines of a transcript:
 *
 * <pre>
 * # a remark
 * * connect         opens a control connection and reads the greeting; a later one takes the place of the former
 * * closed          the device has closed the control connection
 * > COMMAND\r\n     the client sends
 * + BYTES           the client sends over the data connection, then closes it
 * < REPLY\r\n       the device sends
 * = BYTES           the device sends over the data connection
 * </pre>
 *
 * Bytes outside of printable ASCII are escaped. What differs from run to run has a name in braces: {client} and {port} are
 * an endpoint where the client listens, {p1,p2} and {passive} an ephemeral port, {date} the time of a file.
 */
final class Dialogue implements Closeable {
    private static final int LIMIT_MILLIS = 10_000;
    private static final Pattern DATE = Pattern.compile("(?m)^(= )\\d\\d-\\d\\d-\\d\\d  \\d\\d:\\d\\d");
    private static final Pattern PASV = Pattern.compile("(?<=\\(127,0,0,1,)\\d+,\\d+(?=\\))");
    private static final Pattern EPSV = Pattern.compile("(?<=\\(\\|\\|\\|)\\d+(?=\\|\\))");

    private final Device device;
    private final StringBuilder written = new StringBuilder();
    private @Nullable ControlConnection control;
    private @Nullable ServerSocket listening;
    private @Nullable Socket data;

    Dialogue(Device device) {
        this.device = device;
    }

    /** The dialogue as it went this time. */
    String replay(String transcript) throws IOException {
        List<String> lines = transcript.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isEmpty() || line.startsWith("#")) {
                write(line);
            } else if (line.equals("* connect")) {
                write(line);
                connect();
            } else if (line.equals("* closed")) {
                write(control().isClosedByDevice() ? line : "* still open");
            } else if (line.startsWith("> ")) {
                write(line);
                List<String> upload = new ArrayList<>();
                lines.subList(i + 1, lines.size()).stream()
                        .takeWhile(next -> !next.startsWith(">") && !next.startsWith("*"))
                        .filter(next -> next.startsWith("+ "))
                        .forEach(upload::add);
                command(unescape(line.substring(2)), upload);
            }
        }
        return DATE.matcher(written).replaceAll("$1{date}");
    }

    private void connect() throws IOException {
        close();
        control = new ControlConnection(device);
        reply();
    }

    private void command(String template, List<String> upload) throws IOException {
        ControlConnection connection = control();
        String line = template.substring(0, template.length() - "\r\n".length());
        if (line.contains("{client}") || line.contains("{port}")) {
            int port = listen(connection);
            line = line.replace("{client}", connection.asPort(port)).replace("{port}", Integer.toString(port));
        }
        connection.send(line);
        String reply = reply();
        if (reply.startsWith("227") || reply.startsWith("229")) {
            data = new Socket(device.host(), ControlConnection.portOf(reply));
            data.setSoTimeout(LIMIT_MILLIS);
        } else if (reply.startsWith("150") || reply.startsWith("125")) {
            transfer(reply.startsWith("150"), upload);
            reply();
        }
    }

    private void transfer(boolean dialled, List<String> upload) throws IOException {
        try (Socket connection = dialled ? Objects.requireNonNull(listening).accept() : Objects.requireNonNull(data)) {
            for (String line : upload) {
                write(line);
                connection.getOutputStream().write(bytes(unescape(line.substring(2))));
            }
            connection.shutdownOutput();
            writeLines("= ", text(connection.getInputStream().readAllBytes()));
        }
    }

    private int listen(ControlConnection connection) throws IOException {
        ServerSocket former = listening;
        if (former != null) {
            former.close();
        }
        ServerSocket socket = new ServerSocket(0, 1, connection.address());
        socket.setSoTimeout(LIMIT_MILLIS);
        listening = socket;
        return socket.getLocalPort();
    }

    private String reply() throws IOException {
        String reply = control().reply();
        String masked = PASV.matcher(reply).replaceAll("{p1,p2}");
        writeLines("< ", EPSV.matcher(masked).replaceAll("{passive}"));
        return reply;
    }

    private ControlConnection control() {
        ControlConnection connection = control;
        if (connection == null) {
            throw new AssertionError("the transcript speaks before it connects");
        }
        return connection;
    }

    private void writeLines(String prefix, String bytes) {
        for (String line : bytes.split("(?<=\n)")) {
            if (!line.isEmpty()) {
                write(prefix + escape(line));
            }
        }
    }

    private void write(String line) {
        written.append(line).append('\n');
    }

    private static String escape(String bytes) {
        StringBuilder text = new StringBuilder();
        for (char c : bytes.toCharArray()) {
            switch (c) {
                case '\r' -> text.append("\\r");
                case '\n' -> text.append("\\n");
                case '\\' -> text.append("\\\\");
                default -> text.append(c >= ' ' && c < 0x7F ? String.valueOf(c) : String.format("\\x%02X", (int) c));
            }
        }
        return text.toString();
    }

    private static String unescape(String text) {
        StringBuilder bytes = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                bytes.append(c);
                continue;
            }
            i++;
            switch (text.charAt(i)) {
                case 'r' -> bytes.append('\r');
                case 'n' -> bytes.append('\n');
                case 'x' -> {
                    bytes.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
                    i += 2;
                }
                default -> bytes.append(text.charAt(i));
            }
        }
        return bytes.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        try (ControlConnection connection = control;
                ServerSocket socket = listening;
                Socket open = data) {
            control = null;
            listening = null;
            data = null;
        }
    }
}
