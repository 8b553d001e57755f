package org.evenhall.platform.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes no mail for some readers, and counts what it takes for the others. */
public final class RefusingServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final String refused;
    private volatile String reply;

    /** @param refused how the addresses begin that it does not take, with this reply */
    public RefusingServer(String refused, String reply) throws IOException {
        this.refused = refused;
        this.reply = reply;
        var thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** From now on it takes mail for everybody. */
    public void relent() {
        reply = null;
    }

    /** The readers whose mail was taken, in order. */
    public List<String> taken() {
        return taken;
    }

    private void serve() {
        try {
            while (true) {
                try (Socket client = socket.accept()) {
                    talk(client);
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        say(client, "220 here");
        String reader = null;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT")) {
                reader = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                say(client, reply != null && reader.startsWith(refused) ? reply : "250 yes");
            } else if (line.equals("DATA")) {
                say(client, "354 go on");
                while (!".".equals(in.readLine())) {
                    // the mail
                }
                taken.add(reader);
                say(client, "250 taken");
            } else if (line.equals("QUIT")) {
                say(client, "221 bye");
                return;
            } else {
                say(client, "250 yes");
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
