package org.evenhall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.api.Rooms.at;
import static org.evenhall.api.Rooms.idOf;
import static org.evenhall.api.Rooms.wish;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.evenhall.server.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningServer.class)
class BookingsApiIT {

    private Client resident;
    private Client nobody;
    private String room;

    @BeforeEach
    void takeARoom(RunningServer server) {
        resident = Client.of(server, "resident");
        nobody = Client.nobody(server);
        room = idOf(Rooms.another(server));
    }

    @AfterEach
    void giveEverythingBack() {
        for (JsonElement booking :
                resident.get("/bookings?mine=true&status=CONFIRMED&size=200").items()) {
            resident.post("/bookings/" + booking.getAsJsonObject().get("id").getAsString() + "/cancellation", "{}");
        }
    }

    private JsonObject day() {
        return nobody.get("/spaces/%s/availability?from=%s&to=%s"
                        .formatted(room, Rooms.tomorrow(), Rooms.tomorrow().plusDays(1)))
                .json()
                .getAsJsonArray("days")
                .get(0)
                .getAsJsonObject();
    }

    private boolean isFree(String from, String to) {
        return StreamSupport.stream(
                        nobody.get("/availability?date=%s&from=%s&to=%s&size=200&minCapacity=4"
                                        .formatted(Rooms.tomorrow(), from, to))
                                .items()
                                .spliterator(),
                        false)
                .anyMatch(item -> item.getAsJsonObject()
                        .getAsJsonObject("space")
                        .get("id")
                        .getAsString()
                        .equals(room));
    }

    @Test
    void whoNamesTheVersionThatWasReadChangesNothingElse() {
        var booked = resident.post("/bookings", Rooms.wish(room, Rooms.at("18:30"), Rooms.at("19:30")));
        String path = "/bookings/" + booked.json().get("id").getAsString();
        String read = resident.get(path).header("ETag");
        assertThat(booked.header("ETag")).isEqualTo(read).isNotNull();

        var changed = resident.with("If-Match", read).patch(path, "{\"people\":3}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.header("ETag"))
                .isNotEqualTo(read)
                .isEqualTo(resident.get(path).header("ETag"));
        var stale = resident.with("If-Match", read).patch(path, "{\"people\":4}");
        assertThat(stale.problem()).isEqualTo("/problems/stale");
        assertThat(resident.patch(path, "{\"people\":4}").status()).isEqualTo(200);
    }

    @Test
    void aRunOfALengthLiesInsideTheTimeThatWasAsked() {
        var found = nobody.get("/availability?date=%s&from=18:32&to=20:03&duration=PT80M&size=200&minCapacity=4"
                        .formatted(Rooms.tomorrow()))
                .items();

        assertThat(found).isNotEmpty().allSatisfy(item -> {
            assertThat(item.getAsJsonObject().get("start").getAsString()).contains("T18:35");
            assertThat(item.getAsJsonObject().get("end").getAsString()).contains("T19:55");
        });
    }

    @Test
    void aBookedTimeIsTakenEverywhereAtOnceAndFreeAgainWhenGivenBack() {
        assertThat(isFree("18:30", "20:00")).isTrue();
        var booked = resident.post("/bookings", wish(room, at("18:30"), at("20:00")));
        assertThat(booked.status()).isEqualTo(201);
        JsonObject booking = booked.json();
        String id = booking.get("id").getAsString();
        assertThat(booked.header("Location")).endsWith("/api/v1/bookings/" + id);
        assertThat(booking.get("number").getAsString()).matches("[2-9A-Z]{6}");
        assertThat(booking.get("status").getAsString()).isEqualTo("CONFIRMED");
        assertThat(booking.get("start").getAsString()).contains("T18:30:00");
        assertThat(booking.get("bookedBy").getAsString()).isNotBlank();
        assertThat(booking.getAsJsonObject("space").get("id").getAsString()).isEqualTo(room);
        assertThat(isFree("18:30", "20:00")).isFalse();
        assertThat(isFree("19:55", "20:30")).isFalse();
        assertThat(isFree("20:00", "21:00")).isTrue();
        assertThat(day().getAsJsonArray("free").toString())
                .contains("T18:30:00")
                .contains("T20:00:00");
        assertThat(nobody.get("/spaces/" + room + "/calendar.ics").body())
                .contains("BEGIN:VEVENT")
                .doesNotContain(booking.get("bookedBy").getAsString());
        assertThat(resident.get(booked.header("Location")).json()).isEqualTo(booking);

        var cancelled = resident.post("/bookings/" + id + "/cancellation", "{\"reason\":\"changed plans\"}");
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.json().get("status").getAsString()).isEqualTo("CANCELLED");
        assertThat(cancelled.json().get("statusReason").getAsString()).isEqualTo("BY_BOOKER");
        assertThat(cancelled.json().get("cancelReason").getAsString()).isEqualTo("changed plans");
        assertThat(isFree("18:30", "20:00")).isTrue();
        assertThat(resident.post("/bookings/" + id + "/cancellation", "{}").status())
                .isEqualTo(409);
    }

    @Test
    void theSecondOneIsToldWhatElseIsFree(RunningServer server) {
        assertThat(resident.post("/bookings", wish(room, at("18:00"), at("19:30")))
                        .status())
                .isEqualTo(201);
        var second = Client.of(server, "resident2").post("/bookings", wish(room, at("19:00"), at("20:00")));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.header("Content-Type")).startsWith("application/problem+json");
        assertThat(second.problem()).isEqualTo("/problems/slot-taken");
        assertThat(second.json().getAsJsonArray("alternatives")).isNotEmpty().allSatisfy(alternative -> {
            JsonObject other = alternative.getAsJsonObject();
            assertThat(other.get("start").getAsString()).isNotBlank();
            assertThat(other.getAsJsonObject("space").get("id").getAsString()).isNotBlank();
        });
    }

    @Test
    void everyBrokenRuleIsNamedInTheReadersLanguage(RunningServer server) {
        String tooMuch = """
                {"spaceId":"%s","start":"%s","end":"%s","people":100000,"purpose":"STUDY"}""".formatted(room, at("18:13"), at("23:59"));
        var english = resident.post("/bookings", tooMuch);
        assertThat(english.status()).isEqualTo(422);
        assertThat(english.problem()).isEqualTo("/problems/policy");
        List<String> rules = StreamSupport.stream(
                        english.json().getAsJsonArray("violations").spliterator(), false)
                .map(violation -> violation.getAsJsonObject().get("rule").getAsString())
                .toList();
        assertThat(rules).contains("five-minutes", "longest-duration", "people");
        assertThat(resident.with("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5")
                        .post("/bookings", tooMuch)
                        .body())
                .contains("预约最长");
    }

    @Test
    void theSameKeyGivesTheFirstAnswerAgain() {
        String wish = wish(room, at("18:30"), at("19:30"));
        var client = resident.with("Idempotency-Key", UUID.randomUUID().toString());
        var first = client.post("/bookings", wish);
        var again = client.post("/bookings", wish);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        var other = client.post("/bookings", wish(room, at("20:00"), at("20:30")));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("/problems/idempotency-mismatch");
    }

    @Test
    void aRefusalIsNotKeptUnderTheKey(RunningServer server) {
        var other = Client.of(server, "resident2");
        String id = other.post("/bookings", wish(room, at("18:30"), at("19:30")))
                .json()
                .get("id")
                .getAsString();
        var client = resident.with("Idempotency-Key", UUID.randomUUID().toString());
        assertThat(client.post("/bookings", wish(room, at("18:30"), at("19:30")))
                        .status())
                .isEqualTo(409);
        assertThat(other.post("/bookings/" + id + "/cancellation", "{}").status())
                .isEqualTo(200);
        assertThat(client.post("/bookings", wish(room, at("18:30"), at("19:30")))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void nobodySeesOrCancelsWhatIsNotTheirs(RunningServer server) {
        var other = Client.of(server, "resident2");
        String id = resident.post("/bookings", wish(room, at("18:30"), at("19:30")))
                .json()
                .get("id")
                .getAsString();
        assertThat(other.get("/bookings/" + id).status()).isEqualTo(404);
        assertThat(other.post("/bookings/" + id + "/cancellation", "{}").status())
                .isEqualTo(404);
        assertThat(other.get("/bookings?spaceId=" + room).status()).isEqualTo(403);
        assertThat(other.get("/bookings?mine=true").body()).doesNotContain(id);
        assertThat(nobody.get("/bookings/" + id).status()).isEqualTo(401);
        assertThat(nobody.post("/bookings", wish(room, at("18:30"), at("19:30")))
                        .status())
                .isEqualTo(401);
        var admin = Client.of(server, "admin");
        assertThat(admin.get("/bookings/" + id).json().get("bookedBy").getAsString())
                .isNotBlank();
        assertThat(admin.get("/bookings?spaceId=" + room).json().get("total").getAsInt())
                .isPositive();
    }

    @Test
    void threeBookingsAreOpenInASpaceAtOnceAndNoMore() {
        for (String start : List.of("18:00", "18:30", "19:00")) {
            String end = java.time.LocalTime.parse(start).plusMinutes(30).toString();
            assertThat(resident.post("/bookings", wish(room, at(start), at(end)))
                            .status())
                    .isEqualTo(201);
        }
        var fourth = resident.post("/bookings", wish(room, at("20:00"), at("20:30")));
        assertThat(fourth.status()).isEqualTo(422);
        assertThat(fourth.body()).contains("open-bookings-in-space");
    }

    @Test
    void whatCannotBeReadOrMakesNoSenseIsNamed() {
        var unreadable =
                resident.post("/bookings", "{\"spaceId\":\"x\",\"start\":\"2026-11-23T18:30:00\",\"people\":\"two\"}");
        assertThat(unreadable.status()).isEqualTo(400);
        assertThat(unreadable.body()).contains("\"start\"").contains("\"people\"");
        assertThat(resident.post("/bookings", "{}").status()).isEqualTo(422);
        assertThat(resident.post("/bookings", wish(room, at("20:00"), at("19:00")))
                        .status())
                .isEqualTo(400);
        assertThat(resident.post("/bookings", wish("no-such-space", at("18:00"), at("19:00")))
                        .status())
                .isEqualTo(404);
        assertThat(resident.post("/bookings", wish(room, "2025-01-01T18:00:00Z", "2025-01-01T19:00:00Z"))
                        .body())
                .contains("notice-at-least");
    }

    @Test
    void nobodyBooksForSomebodyElseByMistake() {
        String wish = wish(room, at("18:30"), at("19:30"));
        var answer = resident.post("/bookings", wish.replace("{", "{\"onBehalfOf\":\"resident2\","));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("onBehalfOf");
    }

    @Test
    void theAuditorFindsNothingToSay(RunningServer server) {
        resident.post("/bookings", wish(room, at("18:30"), at("19:30")));
        var audit = Client.of(server, "admin").post("/audits/calendar", "");
        assertThat(audit.status()).isEqualTo(200);
        assertThat(audit.json().getAsJsonArray("differences")).isEmpty();
        assertThat(audit.json().get("claims").getAsInt()).isPositive();
        assertThat(resident.post("/audits/calendar", "").status()).isEqualTo(403);
    }
}
