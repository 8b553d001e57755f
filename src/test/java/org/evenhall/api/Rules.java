package org.evenhall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** Rules that a space states for a test, as its owner does. */
final class Rules {

    private Rules() {}

    /** All that the space states, as JSON. */
    static void state(Client owner, String spaceId, String policy) {
        put(owner, "/spaces/" + spaceId + "/policy", policy);
    }

    /** Never shut, so that a test may book at any time of day. */
    static void openAlways(Client owner, String spaceId) {
        put(owner, "/spaces/" + spaceId + "/opening-hours", "{\"openingHours\":\"24/7\"}");
    }

    private static void put(Client owner, String path, String body) {
        var version = owner.get(path).header("ETag");
        var answer = owner.with("If-Match", version == null ? "*" : version)
                .send("PUT", path, "application/json", body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
