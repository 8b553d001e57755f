package org.evenhall.bench;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One client's connection, as little of HTTP/1.1 (RFC 9112) as a measurement needs: on two cores, whatever the client
 * costs is taken from the server. It connects again when the server has closed it.
 */
final class Connection implements Closeable {

    private final int port;
    private Socket socket;
    private InputStream in;

    Connection(int port) {
        this.port = port;
    }

    /** What came back. */
    record Answer(int status, Map<String, String> headers, String body) {}

    Answer get(String path) throws IOException {
        return get(path, null);
    }

    Answer get(String path, String token) throws IOException {
        return send("GET", path, token, "", new byte[0]);
    }

    Answer post(String path, String token, String type, byte[] body) throws IOException {
        return send("POST", path, token, "Content-Type: " + type + "\r\n", body);
    }

    private Answer send(String method, String path, String token, String headers, byte[] body) throws IOException {
        boolean fresh = socket == null;
        try {
            return exchange(method, path, token, headers, body);
        } catch (EOFException e) {
            close();
            if (fresh) {
                throw e;
            }
            return exchange(method, path, token, headers, body);
        }
    }

    private Answer exchange(String method, String path, String token, String headers, byte[] body) throws IOException {
        if (socket == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        }
        String head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAccept: application/json\r\n"
                + (token == null ? "" : "Authorization: Bearer " + token + "\r\n")
                + headers
                + (body.length == 0 ? "" : "Content-Length: " + body.length + "\r\n")
                + "\r\n";
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        socket.getOutputStream().write(all);
        return answer();
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        String body = new String(body(headers), StandardCharsets.UTF_8);
        if ("close".equalsIgnoreCase(headers.get("connection"))) {
            close();
        }
        return new Answer(status, headers, body);
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (!"chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        var body = new java.io.ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server closed the connection.");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
