package org.evenhall.platform.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a server whether it is ready: status 200, and the application's own check among those that answered. */
record Readiness(URI address) {

    /** The server answers as soon as it has deployed; the first request merely wakes it up. */
    private static final int TRIES = 50;

    static Readiness of(String server) {
        return new Readiness(URI.create(server + "/health/ready"));
    }

    boolean comes() {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
        try {
            for (int i = 0; i < TRIES; i++) {
                if (System.getProperty("evenhall.failure") != null) {
                    return false;
                }
                try {
                    var answer = client.send(request, BodyHandlers.ofString());
                    if (answer.statusCode() == 200 && answer.body().contains("\"evenhall\"")) {
                        return true;
                    }
                } catch (IOException e) {
                    // not yet
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
