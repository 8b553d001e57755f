package org.evenhall.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** People who read the server's own pages and its interface from within, and how many statements that takes. */
final class Readers {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]*?value=\"([^\"]*)\"");

    private final URI server = URI.create("http://127.0.0.1:" + System.getProperty("HTTP_PORT") + "/");
    private final Map<String, HttpClient> browsers = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final HttpClient program = HttpClient.newHttpClient();
    private final String password;
    private int asked;

    /** @param password of all but the accounts of the demo */
    Readers(String password) {
        this.password = password;
    }

    /** What is there for somebody, or for nobody: by their token in the interface, by their session on pages. */
    String get(String address, String who) {
        return send(address, who, request(address)).body();
    }

    /**
     * How many statements the same takes the second time, so that nothing is counted that is done once; below 0 where there
     * is no answer, but a status.
     */
    long statements(String address, String who) {
        get(address, who);
        String name = "request-" + asked++;
        var answer = send(address, who, request(address).header(CountedRequests.NAME, name));
        if (answer.statusCode() != 200) {
            return -answer.statusCode();
        }
        for (long end = System.nanoTime() + PATIENCE.toNanos(); CountedRequests.of(name) == null; pause()) {
            assertThat(System.nanoTime()).as(address).isLessThan(end);
        }
        return CountedRequests.of(name);
    }

    /** The first group of what is found there. */
    String found(String pattern, String address, String who) {
        String body = get(address, who);
        var found = Pattern.compile(pattern).matcher(body);
        assertThat(found.find()).as(pattern + " in " + body).isTrue();
        return found.group(1);
    }

    static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(String address, String who, HttpRequest.Builder request) {
        boolean api = address.startsWith("/api/");
        if (api && who != null) {
            request.header("Authorization", "Bearer " + tokens.computeIfAbsent(who, this::token));
        }
        return send(api || who == null ? program : browsers.computeIfAbsent(who, this::signedIn), request);
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(server.resolve(address)).timeout(PATIENCE).header("Accept-Language", "en");
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String passwordOf(String who) {
        return who.equals("admin") ? "demoadmin" : password;
    }

    private String token(String who) {
        var answer = send(
                program,
                request("/api/v1/tokens")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(who, passwordOf(who)))));
        return answer.body().replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");
    }

    /** As a person does: the form of the page, with all that it carries. */
    private HttpClient signedIn(String who) {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var form = new StringBuilder("username=" + encoded(who) + "&password=" + encoded(passwordOf(who)) + "&enter=");
        var hidden = HIDDEN.matcher(send(browser, request("/sign-in")).body());
        while (hidden.find()) {
            form.append('&').append(encoded(hidden.group(1))).append('=').append(encoded(hidden.group(2)));
        }
        var answer = send(
                browser,
                request("/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form.toString())));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(300, 399);
        return browser;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
