package org.evenhall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.api.Rooms.idOf;
import static org.evenhall.api.Rooms.wish;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.evenhall.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In a room that never shuts, since a test may run at any time of day. */
@ExtendWith(RunningServer.class)
class CheckInApiIT {

    private static final String BY_CODE = """
            {"checkInNeeded":true,"checkInCode":true,"checkInOpens":"PT2H","checkInCloses":"PT20M","startGrid":"PT5M",
             "noticeAtLeast":"PT0S"}""";

    private Client resident;
    private Client admin;
    private String room;

    @BeforeEach
    void takeARoom(RunningServer server) {
        resident = Client.of(server, "resident");
        admin = Client.of(server, "admin");
        room = idOf(Rooms.another(server));
        Rules.openAlways(admin, room);
        Rules.state(admin, room, BY_CODE);
    }

    /** Begins at one of the next full five minutes. */
    private String bookedSoon(Duration after) {
        long step = Duration.ofMinutes(5).toMillis();
        Instant start = Instant.ofEpochMilli((Instant.now().plus(after).toEpochMilli() / step + 1) * step);
        var booked = resident.post(
                "/bookings",
                wish(room, start.toString(), start.plus(Duration.ofHours(1)).toString()));
        assertThat(booked.status()).as(booked.body()).isEqualTo(201);
        return Contest.id(booked);
    }

    private Client.Answer checkIn(Client client, String id, String code) {
        return client.post("/bookings/" + id + "/check-in", code == null ? "{}" : "{\"code\":\"" + code + "\"}");
    }

    @Test
    void theCodeOnTheDoorOpensAndNoOtherDoes() {
        String id = bookedSoon(Duration.ofMinutes(1));
        String code = admin.get("/spaces/" + room + "/door-code")
                .json()
                .getAsJsonObject("doorCode")
                .get("code")
                .getAsString();
        var missing = checkIn(resident, id, null);
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body()).contains("\"code\"").doesNotContain(code);
        assertThat(resident.post("/bookings/" + id + "/check-in", "").status()).isEqualTo(422);
        assertThat(checkIn(resident, id, "22222222").status()).isEqualTo(422);
        assertThat(resident.post("/bookings/" + id + "/departure", "").status()).isEqualTo(409);
        var arrived = checkIn(resident, id, " " + code.toLowerCase(Locale.ROOT) + " ");
        assertThat(arrived.status()).as(arrived.body()).isEqualTo(200);
        assertThat(arrived.json().get("status").getAsString()).isEqualTo("CHECKED_IN");
        assertThat(arrived.json().getAsJsonObject("checkIn").get("checkedInAt").isJsonNull())
                .isFalse();
        assertThat(checkIn(resident, id, code).status()).isEqualTo(409);
        admin.post("/bookings/" + id + "/cancellation", "{}");
    }

    @Test
    void theWindowIsToldWhereItIsNotOpen() {
        String id = bookedSoon(Duration.ofHours(3));
        var early = checkIn(admin, id, null);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().get("detail").getAsString()).contains("from").contains("until");
        admin.post("/bookings/" + id + "/cancellation", "{}");
    }

    @Test
    void onlyTheOwnerSeesAndRenewsWhatHangsOnTheDoor() {
        String path = "/spaces/" + room + "/door-code";
        assertThat(resident.get(path).status()).isEqualTo(403);
        var first = admin.get(path);
        assertThat(first.json().get("svg").getAsString()).startsWith("<svg");
        assertThat(admin.get(path).body()).isEqualTo(first.body());
        assertThat(admin.post(path, "").body()).isNotEqualTo(first.body());
    }

    @Test
    void everybodySeesTheirOwnPausesAndOwnersThoseOfTheirHouse() {
        assertThat(resident.get("/pauses?mine=true").status()).isEqualTo(200);
        String organisation = admin.get("/spaces/" + room)
                .json()
                .getAsJsonObject("organisation")
                .get("id")
                .getAsString();
        assertThat(resident.get("/pauses?organisation=" + organisation).status())
                .isEqualTo(403);
        assertThat(admin.get("/pauses?organisation=" + organisation).status()).isEqualTo(200);
        assertThat(resident.post("/pauses/none/appeal", "{\"text\":\"I was there\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theNightsOfTheAuditorAreForAdministrators() {
        assertThat(admin.get("/audits/calendar").status()).isEqualTo(200);
        assertThat(resident.get("/audits/calendar").status()).isEqualTo(403);
    }
}
