package org.evenhall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.api.Rooms.at;
import static org.evenhall.api.Rooms.idOf;
import static org.evenhall.api.Rooms.wish;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.evenhall.server.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningServer.class)
class ClosuresApiIT {

    private static final int SOME_ROOMS = 20;

    private Client resident;
    private Client admin;
    private String room;
    private String booking;

    /** Whatever day it is, one of some rooms has another like it nearby. */
    @BeforeEach
    void bookARoomThatHasAnotherLikeIt(RunningServer server) {
        resident = Client.of(server, "resident");
        admin = Client.of(server, "admin");
        for (int i = 0; i < SOME_ROOMS && booking == null; i++) {
            room = idOf(Rooms.another(server));
            String id = text(
                    resident.post("/bookings", wish(room, at("18:30"), at("20:00")))
                            .json(),
                    "id");
            if (outcome(admin.post(closures() + "?preview=true", evening())).equals("WOULD_BE_PROPOSED")) {
                booking = id;
            } else {
                resident.post("/bookings/" + id + "/cancellation", "{}");
            }
        }
        assertThat(booking).as("a booking that could go elsewhere").isNotNull();
    }

    @AfterEach
    void openAndGiveBackEverything() {
        for (JsonElement closure : admin.get(closures()).items()) {
            admin.send("DELETE", closures() + "/" + text(closure, "id"), null, new byte[0]);
        }
        for (JsonElement mine :
                resident.get("/bookings?mine=true&status=CONFIRMED&size=200").items()) {
            resident.post("/bookings/" + text(mine, "id") + "/cancellation", "{}");
        }
        assertThat(admin.post("/audits/calendar", "").json().getAsJsonArray("differences"))
                .isEmpty();
    }

    private String closures() {
        return "/spaces/" + room + "/closures";
    }

    private static String closure(String start, String end) {
        return "{\"start\":\"%s\",\"end\":\"%s\",\"reason\":\"Burst pipe\"}".formatted(start, end);
    }

    private static String evening() {
        return closure(at("18:00"), at("21:00"));
    }

    private static String text(JsonElement object, String member) {
        return object.getAsJsonObject().get(member).getAsString();
    }

    private static String outcome(Client.Answer closure) {
        return text(closure.json().getAsJsonArray("affected").get(0), "outcome");
    }

    private JsonObject booking() {
        return resident.get("/bookings/" + booking).json();
    }

    private Client.Answer answered(boolean accept) {
        return resident.post("/bookings/" + booking + "/proposal", "{\"accept\":" + accept + "}");
    }

    @Test
    void aPreviewSaysWhatWouldBecomeOfTheBookingsAndStoresNothing() {
        var preview = admin.post(closures() + "?preview=true", evening());

        assertThat(preview.status()).isEqualTo(200);
        JsonObject hit = preview.json().getAsJsonArray("affected").get(0).getAsJsonObject();
        assertThat(text(hit, "id")).isEqualTo(booking);
        assertThat(text(hit, "bookedBy")).isNotBlank();
        assertThat(hit.getAsJsonObject("proposal").getAsJsonObject("space")).isNotNull();
        assertThat(booking().get("proposal").isJsonNull()).isTrue();
        assertThat(admin.get(closures()).items()).isEmpty();
    }

    @Test
    void whoTakesWhatIsKeptHasItAndTheClosedSpaceIsClosed(RunningServer server) {
        var closed = admin.post(closures(), evening());

        assertThat(closed.status()).isEqualTo(201);
        assertThat(outcome(closed)).isEqualTo("PROPOSED");
        assertThat(admin.get(closed.header("Location")).json()).isEqualTo(closed.json());
        var refused = Client.of(server, "resident2").post("/bookings", wish(room, at("20:00"), at("21:00")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Burst pipe");
        JsonObject displaced = booking();
        assertThat(text(displaced, "status")).isEqualTo("CONFIRMED");
        JsonObject proposal = displaced.getAsJsonObject("proposal");
        assertThat(OffsetDateTime.parse(text(proposal, "until")))
                .isBeforeOrEqualTo(OffsetDateTime.parse(text(displaced, "start")));
        String other = text(proposal.getAsJsonObject("space"), "id");
        assertThat(other).isNotEqualTo(room);
        assertThat(Client.of(server, "resident2")
                        .post("/bookings", wish(other, at("18:30"), at("20:00")))
                        .status())
                .isEqualTo(409);

        var taken = answered(true);

        assertThat(taken.status()).isEqualTo(200);
        assertThat(text(taken.json().getAsJsonObject("space"), "id")).isEqualTo(other);
        assertThat(taken.json().get("proposal").isJsonNull()).isTrue();
        assertThat(text(taken.json(), "start")).isEqualTo(text(displaced, "start"));
        assertThat(answered(true).status()).isEqualTo(409);
        assertThat(outcome(admin.get(closed.header("Location")))).isEqualTo("ACCEPTED");
    }

    @Test
    void whoDeclinesGivesTheBookingUp() {
        admin.post(closures(), evening());

        var declined = answered(false);

        assertThat(declined.status()).isEqualTo(200);
        assertThat(text(declined.json(), "status")).isEqualTo("CANCELLED");
        assertThat(text(declined.json(), "statusReason")).isEqualTo("CLOSURE");
    }

    @Test
    void liftingAClosureGivesTheSpaceBackToWhoHasNotAnswered() {
        String location = admin.post(closures(), evening()).header("Location");

        assertThat(admin.send("DELETE", location, null, new byte[0]).status()).isEqualTo(204);

        assertThat(booking().get("proposal").isJsonNull()).isTrue();
        assertThat(text(booking(), "status")).isEqualTo("CONFIRMED");
        assertThat(text(booking().getAsJsonObject("space"), "id")).isEqualTo(room);
        assertThat(admin.send("DELETE", location, null, new byte[0]).status()).isEqualTo(404);
        assertThat(answered(true).status()).isEqualTo(409);
    }

    @Test
    void theSameKeyClosesOnce() {
        var client = admin.with("Idempotency-Key", UUID.randomUUID().toString());
        var first = client.post(closures(), evening());
        var again = client.post(closures(), evening());

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(admin.get(closures()).items()).hasSize(1);
    }

    @Test
    void whatMakesNoSenseIsRefusedAndOthersCloseNothing(RunningServer server) {
        assertThat(admin.post(closures(), closure(at("21:00"), at("18:00"))).status())
                .isEqualTo(400);
        var odd = admin.post(closures(), closure(at("18:02"), at("21:00")));
        assertThat(odd.status()).isEqualTo(422);
        assertThat(odd.problem()).isEqualTo("/problems/policy");
        assertThat(odd.body()).contains("five-minutes").contains("\"start\"");
        assertThat(admin.post(closures(), closure("2025-01-01T18:00:00Z", "2025-01-01T19:00:00Z"))
                        .problem())
                .isEqualTo("/problems/policy");
        var silent = admin.post(closures(), "{}");
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.body()).contains("\"start\"").contains("\"end\"").contains("\"reason\"");
        assertThat(admin.post(closures(), evening().replace("Burst pipe", "x".repeat(501)))
                        .status())
                .isEqualTo(422);
        assertThat(resident.post(closures(), evening()).status()).isEqualTo(403);
        assertThat(resident.get(closures()).status()).isEqualTo(403);
        assertThat(Client.nobody(server).post(closures(), evening()).status()).isEqualTo(401);
        assertThat(admin.post("/spaces/no-such-space/closures", evening()).status())
                .isEqualTo(404);
        assertThat(Client.of(server, "resident2")
                        .post("/bookings/" + booking + "/proposal", "{\"accept\":true}")
                        .status())
                .isEqualTo(404);
        assertThat(answered(true).status()).isEqualTo(409);
        assertThat(resident.post("/bookings/" + booking + "/proposal", "{}").status())
                .isEqualTo(422);
    }
}
