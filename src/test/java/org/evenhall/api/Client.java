package org.evenhall.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.evenhall.server.RunningServer;

/** A program that talks to the server; signed in as somebody, or as nobody. */
public final class Client {

    /** HTTP/1.1, as proxies speak it; the record of the stack says what HTTP/2 without TLS costs. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private final RunningServer server;
    private final String token;
    private final Map<String, String> headers;

    private Client(RunningServer server, String token, Map<String, String> headers) {
        this.server = server;
        this.token = token;
        this.headers = headers;
    }

    public static Client nobody(RunningServer server) {
        return new Client(server, null, Map.of());
    }

    /** One of the demo accounts; all tests share its token. */
    public static Client of(RunningServer server, String username) {
        String whose = server.baseUri() + username;
        return new Client(server, TOKENS.computeIfAbsent(whose, key -> newToken(server, username)), Map.of());
    }

    /** One of the demo accounts with a token of its own, which may be revoked. */
    public static Client anew(RunningServer server, String username) {
        return new Client(server, newToken(server, username), Map.of());
    }

    private static String newToken(RunningServer server, String username) {
        return nobody(server)
                .post("/tokens", "{\"username\":\"%s\",\"password\":\"demo%s\"}".formatted(username, username))
                .json()
                .get("token")
                .getAsString();
    }

    public Client with(String header, String value) {
        return new Client(server, token, Map.of(header, value));
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public JsonObject json() {
            return JsonParser.parseString(body()).getAsJsonObject();
        }

        public JsonArray items() {
            return json().getAsJsonArray("items");
        }

        /** The problem type, as in {@code /problems/policy}. */
        public String problem() {
            JsonElement type = json().get("type");
            return type == null ? null : type.getAsString();
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Answer patch(String path, String json) {
        return send("PATCH", path, "application/merge-patch+json", json.getBytes(StandardCharsets.UTF_8));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** The same person, at another node. */
    public Client at(RunningServer node) {
        return new Client(node, token, headers);
    }

    public Answer send(String method, String path, String contentType, byte[] body) {
        var request = request(path).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        return send(contentType == null ? request : request.header("Content-Type", contentType));
    }

    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        URI uri = path.startsWith("http")
                ? URI.create(path)
                : server.baseUri().resolve(path.startsWith("/api") ? path : "/api/v1" + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
