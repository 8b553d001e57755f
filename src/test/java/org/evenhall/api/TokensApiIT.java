package org.evenhall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.evenhall.server.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningServer.class)
class TokensApiIT {

    private static final String RIGHT = "{\"username\":\"resident2\",\"password\":\"demoresident2\"}";

    @Test
    void aTokenSignsInUntilItIsRevoked(RunningServer server) {
        var nobody = Client.nobody(server);
        var issued = nobody.post("/tokens", RIGHT);
        var holder = nobody.with(
                "Authorization", "Bearer " + issued.json().get("token").getAsString());

        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Duration.between(
                        Instant.now(),
                        OffsetDateTime.parse(issued.json().get("expiresAt").getAsString())))
                .isBetween(Duration.ofHours(11), Duration.ofHours(12));
        assertThat(holder.get("/bookings").status()).isEqualTo(200);
        assertThat(holder.send("DELETE", "/tokens/current", null, new byte[0]).status())
                .isEqualTo(204);
        var after = holder.get("/bookings");
        assertThat(after.status()).isEqualTo(401);
        assertThat(after.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreToldAlikeAfterTheSameTime(RunningServer server) {
        var nobody = Client.nobody(server);
        String wrong = "{\"username\":\"resident2\",\"password\":\"wrong\"}";
        String unknown = "{\"username\":\"nobody-has-this-name\",\"password\":\"wrong\"}";
        nobody.post("/tokens", wrong);

        assertThat(nobody.post("/tokens", unknown).body())
                .isEqualTo(nobody.post("/tokens", wrong).body());
        long known = fastest(nobody, wrong);
        assertThat(fastest(nobody, unknown)).isBetween(known / 10, known * 10);
    }

    @Test
    void theKeyOfARepeatedCreationIsIgnored(RunningServer server) {
        var client = Client.nobody(server).with("Idempotency-Key", "tokens");

        assertThat(client.post("/tokens", RIGHT).body())
                .isNotEqualTo(client.post("/tokens", RIGHT).body());
    }

    @Test
    void aTokenThatDoesNotHoldIsNotTakenForNobody(RunningServer server) {
        for (String authorization : new String[] {"Bearer x", "Bearer", "Basic YTpi", ""}) {
            assertThat(Client.nobody(server)
                            .with("Authorization", authorization)
                            .get("/spaces")
                            .status())
                    .as(authorization)
                    .isEqualTo(401);
        }
    }

    @Test
    void missingFieldsAreNamed(RunningServer server) {
        var answer = Client.nobody(server).post("/tokens", "{\"username\":\"resident\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().getAsJsonArray("violations"))
                .isEqualTo(JsonParser.parseString(
                        "[{\"rule\":\"required\",\"field\":\"password\",\"message\":\"It is missing.\"}]"));
    }

    private static long fastest(Client client, String body) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long begun = System.nanoTime();
            client.post("/tokens", body);
            fastest = Math.min(fastest, System.nanoTime() - begun);
        }
        return fastest;
    }
}
