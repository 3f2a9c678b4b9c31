package org.wec7emu.measure.probe;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes down each line that it gets, and answers with whatever comes to its mind. */
final class OddServer implements Closeable {
    private static final List<String> REPLIES = List.of(
            "200 Ok.\r\n",
            "220-Hello\r\n220 there\r\n",
            "226 Done.\r\n",
            "230 In.\r\n",
            "250 Done.\r\n",
            "257 \"/\" is it.\r\n",
            "331 Password.\r\n",
            "350 Go on.\r\n",
            "150 Here it comes.\r\n",
            "125 Already.\r\n",
            "421 Too many.\r\n",
            "425 No.\r\n",
            "426 Broken.\r\n",
            "500 What?\r\n",
            "501 How?\r\n",
            "502 Not here.\r\n",
            "503 Not now.\r\n",
            "504 Not that.\r\n",
            "530 Who?\r\n",
            "550 Where?\r\n",
            "no reply at all\r\n",
            "200 One.\r\n200 Two.\r\n",
            "");

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ServerSocket data = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Random random;
    private final int oddness;
    private final String behind;
    private final List<String> lines = new ArrayList<>();
    private int sessions;

    /** @param oddness of ten replies, how many are of no sense; the others are those of a server that agrees to everything */
    OddServer(long seed, int oddness) throws IOException {
        this(seed, oddness, "");
    }

    /** @param behind what stands at the end of each reply */
    OddServer(long seed, int oddness, String behind) throws IOException {
        random = new Random(seed);
        this.behind = behind;
        this.oddness = oddness;
        Thread thread = new Thread(this::serve, "odd-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        try {
            while (true) {
                Socket client = listening.accept();
                Thread session = new Thread(() -> session(client), "odd-session");
                session.setDaemon(true);
                session.start();
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void session(Socket client) {
        count();
        try (client) {
            say(client, "220 Hello.\r\n");
            InputStream in = client.getInputStream();
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                line.write(next);
                String text = line.toString(StandardCharsets.ISO_8859_1);
                if (text.endsWith("\r\n")) {
                    line.reset();
                    String reply = heard(text.substring(0, text.length() - 2));
                    if (reply == null) {
                        return;
                    }
                    say(client, reply);
                }
            }
        } catch (IOException e) {
            // gone
        }
    }

    private synchronized void count() {
        sessions++;
    }

    /** Null to end the session. */
    private synchronized String heard(String line) {
        lines.add(line);
        int dice = random.nextInt(10);
        if (dice >= oddness) {
            return agreeing(line.split(" ", 2)[0]);
        }
        return random.nextInt(8) == 0 ? null : REPLIES.get(random.nextInt(REPLIES.size()));
    }

    private String agreeing(String verb) {
        int port = data.getLocalPort();
        return switch (verb) {
            case "USER" -> "331 Password.\r\n";
            case "PASS" -> "230 In.\r\n";
            case "PASV" -> "227 Here (127,0,0,1," + (port >> 8) + "," + (port & 0xFF) + ").\r\n";
            case "EPSV" -> "229 Here (|||" + port + "|).\r\n";
            case "LIST", "NLST", "STOR", "RETR" -> "150 Comes.\r\n226 Came.\r\n";
            case "RNFR" -> "350 Go on.\r\n";
            case "MKD" -> "257 \"/x\" made.\r\n";
            default -> "250 Done.\r\n";
        };
    }

    private void say(Socket client, String text) throws IOException {
        String all = text.replace("\r\n", behind + "\r\n");
        client.getOutputStream().write(all.getBytes(StandardCharsets.ISO_8859_1));
    }

    InetSocketAddress endpoint() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    synchronized int sessions() {
        return sessions;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        data.close();
    }
}
