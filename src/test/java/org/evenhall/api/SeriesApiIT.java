package org.evenhall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.api.Rooms.at;
import static org.evenhall.api.Rooms.idOf;
import static org.evenhall.api.Rooms.wish;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.evenhall.server.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningServer.class)
class SeriesApiIT {

    /** Whatever day it is, one of these meets no holiday in one of some rooms. */
    private static final List<String> RULES = List.of(
            "FREQ=WEEKLY;COUNT=3",
            "FREQ=DAILY;COUNT=3",
            "FREQ=DAILY;INTERVAL=2;COUNT=3",
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=3");

    private static final int SOME_ROOMS = 5;

    private Client resident;
    private Client other;
    private Client nobody;
    private String room;
    private String rule;

    @BeforeEach
    void takeARoomThatIsOpenOnThreeDates(RunningServer server) {
        resident = Client.of(server, "resident");
        other = Client.of(server, "resident2");
        nobody = Client.nobody(server);
        for (int i = 0; i < SOME_ROOMS && rule == null; i++) {
            room = idOf(Rooms.another(server));
            rule = RULES.stream()
                    .filter(each -> created(resident.post("/bookings/series?preview=true", series(each, "FAIL")))
                                    .size()
                            == 3)
                    .findFirst()
                    .orElse(null);
        }
        assertThat(rule).as("a rule with three dates that can be had").isNotNull();
    }

    @AfterEach
    void giveEverythingBack() {
        for (Client person : List.of(resident, other)) {
            for (JsonElement booking :
                    person.get("/bookings?mine=true&status=CONFIRMED&size=200").items()) {
                person.post("/bookings/" + text(booking, "id") + "/cancellation", "{}");
            }
        }
    }

    private String series(String rrule, String onConflict) {
        return wish(room, at("18:00"), at("19:00"))
                .replace("}", ",\"rrule\":\"%s\",\"onConflict\":\"%s\"}".formatted(rrule, onConflict));
    }

    private static JsonArray created(Client.Answer answer) {
        return answer.json().getAsJsonArray("created");
    }

    private static String text(JsonElement object, String member) {
        return object.getAsJsonObject().get(member).getAsString();
    }

    private static Stream<JsonObject> all(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject);
    }

    private long open(Client person) {
        return person.get("/bookings?mine=true&status=CONFIRMED&size=200")
                .json()
                .get("total")
                .getAsLong();
    }

    @Test
    void aPreviewTellsTheDatesAndStoresNothing() {
        long before = open(resident);
        var preview = resident.post("/bookings/series?preview=true", series(rule, "FAIL"));

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.json().get("id").isJsonNull()).isTrue();
        assertThat(preview.json().getAsJsonArray("skipped")).isEmpty();
        assertThat(all(created(preview))).hasSize(3).allSatisfy(date -> {
            assertThat(date.get("id").isJsonNull()).isTrue();
            assertThat(text(date, "start")).contains("T18:00:00");
            assertThat(text(date, "status")).isEqualTo("CONFIRMED");
        });
        assertThat(open(resident)).isEqualTo(before);
    }

    @Test
    void allDatesAreBookedTogetherAndTheNextSeriesIsToldWhichAreTaken(RunningServer server) {
        var booked = resident.post("/bookings/series", series(rule, "FAIL"));

        assertThat(booked.status()).isEqualTo(201);
        String id = text(booked.json(), "id");
        assertThat(booked.header("Location")).endsWith("/api/v1/bookings/series/" + id);
        assertThat(all(created(booked))).hasSize(3).allSatisfy(booking -> assertThat(text(booking, "seriesId"))
                .isEqualTo(id));
        var seen = resident.get("/bookings/series/" + id);
        assertThat(seen.json().getAsJsonArray("bookings")).isEqualTo(created(booked));
        assertThat(text(seen.json(), "repeats")).isNotBlank();

        var second = other.post("/bookings/series", series(rule, "FAIL"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("/problems/slot-taken");
        assertThat(all(second.json().getAsJsonArray("violations")).map(fault -> text(fault, "field")))
                .containsExactly("dates[0]", "dates[1]", "dates[2]");
        assertThat(second.json().getAsJsonArray("alternatives")).isNotEmpty();
        assertThat(open(other)).isZero();
        assertThat(Client.of(server, "admin")
                        .post("/audits/calendar", "")
                        .json()
                        .getAsJsonArray("differences"))
                .isEmpty();
    }

    @Test
    void aDateThatWasLeftOutIsAddedWhenItIsFreeAgain() {
        JsonObject middle = created(resident.post("/bookings/series?preview=true", series(rule, "SKIP")))
                .get(1)
                .getAsJsonObject();
        var inTheWay = other.post("/bookings", wish(room, text(middle, "start"), text(middle, "end")));
        assertThat(inTheWay.status()).isEqualTo(201);

        var booked = resident.post("/bookings/series", series(rule, "SKIP"));
        assertThat(booked.status()).isEqualTo(201);
        String id = text(booked.json(), "id");
        assertThat(created(booked)).hasSize(2);
        JsonObject skipped = booked.json().getAsJsonArray("skipped").get(0).getAsJsonObject();
        assertThat(text(skipped, "start")).isEqualTo(text(middle, "start"));
        assertThat(text(skipped, "reason")).isEqualTo("Somebody else already has this time.");
        assertThat(resident.with("Accept-Language", "zh")
                        .get("/bookings/series/" + id)
                        .body())
                .contains("该时段已被他人占用");

        String date = "{\"start\":\"%s\"}".formatted(text(middle, "start"));
        assertThat(resident.post("/bookings/series/" + id + "/dates", date).status())
                .isEqualTo(409);
        other.post("/bookings/" + text(inTheWay.json(), "id") + "/cancellation", "{}");
        var added = resident.post("/bookings/series/" + id + "/dates", date);
        assertThat(added.status()).isEqualTo(201);
        assertThat(text(added.json(), "seriesId")).isEqualTo(id);
        var now = resident.get("/bookings/series/" + id).json();
        assertThat(now.getAsJsonArray("bookings")).hasSize(3);
        assertThat(now.getAsJsonArray("skipped")).isEmpty();
        assertThat(resident.post("/bookings/series/" + id + "/dates", date).body())
                .contains("start");
    }

    @Test
    void thisAndLaterDatesAreGivenBackAndThenTheRest(RunningServer server) {
        var booked = resident.post("/bookings/series", series(rule, "FAIL"));
        String id = text(booked.json(), "id");
        String second = text(created(booked).get(1), "start");

        var later = resident.post("/bookings/series/" + id + "/cancellation", "{\"from\":\"%s\"}".formatted(second));
        assertThat(later.status()).isEqualTo(200);
        assertThat(later.json().getAsJsonArray("cancelled")).hasSize(2);
        assertThat(later.json().getAsJsonArray("kept")).isEmpty();
        assertThat(open(resident)).isEqualTo(1);
        assertThat(other.post(
                                "/bookings",
                                wish(room, second, text(created(booked).get(1), "end")))
                        .status())
                .isEqualTo(201);

        var rest = resident.post("/bookings/series/" + id + "/cancellation", "");
        assertThat(rest.json().getAsJsonArray("cancelled")).hasSize(1);
        assertThat(all(rest.json().getAsJsonArray("kept")))
                .hasSize(2)
                .allSatisfy(kept -> assertThat(text(kept, "reason")).contains("cancelled"));
        assertThat(resident.post("/bookings/series/" + id + "/cancellation", "{\"from\":\"soon\"}")
                        .body())
                .contains("\"from\"");
        assertThat(Client.of(server, "admin")
                        .post("/audits/calendar", "")
                        .json()
                        .getAsJsonArray("differences"))
                .isEmpty();
    }

    @Test
    void movingOneDateMovesThatOneOnly() {
        var booked = resident.post("/bookings/series", series(rule, "FAIL"));
        JsonObject first = created(booked).get(0).getAsJsonObject();

        var moved = resident.patch(
                "/bookings/" + text(first, "id"),
                "{\"start\":\"%s\",\"end\":\"%s\"}".formatted(at("19:30"), at("20:30")));

        assertThat(moved.status()).isEqualTo(200);
        var now = resident.get("/bookings/series/" + text(booked.json(), "id")).json();
        assertThat(all(now.getAsJsonArray("bookings"))
                        .map(each -> text(each, "start").substring(11, 16)))
                .containsExactly("19:30", "18:00", "18:00");
    }

    @Test
    void theDatesOfASeriesCountAgainstItsLimits() {
        String five = rule.replace("COUNT=3", "COUNT=5");
        var refused = resident.post("/bookings/series", series(five, "FAIL"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("/problems/policy");
        assertThat(all(refused.json().getAsJsonArray("violations")).map(fault -> text(fault, "field")))
                .contains("dates[3]", "dates[4]")
                .doesNotContain("dates[0]", "dates[1]", "dates[2]");
        var booked = resident.post("/bookings/series", series(five, "SKIP"));
        assertThat(created(booked)).hasSize(3);
        assertThat(booked.json().getAsJsonArray("skipped")).hasSize(2);
    }

    @Test
    void theSameKeyGivesTheFirstAnswerAgain() {
        var client = resident.with("Idempotency-Key", UUID.randomUUID().toString());
        assertThat(client.post("/bookings/series?preview=true", series(rule, "FAIL"))
                        .status())
                .isEqualTo(200);
        var first = client.post("/bookings/series", series(rule, "FAIL"));
        var again = client.post("/bookings/series", series(rule, "FAIL"));
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(open(resident)).isEqualTo(3);
    }

    @Test
    void oneHoldGivesWayForTheSeriesThatItWasMadeFor() {
        var hold = resident.post("/holds", wish(room, at("18:00"), at("19:00")).replace(",\"purpose\":\"STUDY\"", ""));
        String holdId = text(hold.json(), "id");
        String wish = series(rule, "FAIL").replace("}", ",\"holdId\":\"%s\"}".formatted(holdId));

        assertThat(created(resident.post("/bookings/series?preview=true", wish)))
                .hasSize(3);
        assertThat(resident.post("/bookings/series", wish).status()).isEqualTo(201);
        assertThat(resident.delete("/holds/" + holdId).status()).isEqualTo(404);
    }

    @Test
    void nobodySeesOrChangesASeriesThatIsNotTheirs() {
        String id = text(resident.post("/bookings/series", series(rule, "FAIL")).json(), "id");
        assertThat(other.get("/bookings/series/" + id).status()).isEqualTo(404);
        assertThat(other.post("/bookings/series/" + id + "/cancellation", "{}").status())
                .isEqualTo(404);
        assertThat(nobody.get("/bookings/series/" + id).status()).isEqualTo(401);
        assertThat(nobody.post("/bookings/series", series(rule, "FAIL")).status())
                .isEqualTo(401);
        assertThat(open(resident)).isEqualTo(3);
    }

    @Test
    void whatIsWrongWithTheWishIsNamed() {
        assertThat(resident.post("/bookings/series", "{}").body())
                .contains("\"spaceId\"")
                .contains("\"rrule\"");
        assertThat(resident.post("/bookings/series", "").status()).isEqualTo(400);
        for (String bad : List.of("FREQ=WEEKLY", "FREQ=HOURLY;COUNT=3", "every week", "FREQ=DAILY;COUNT=201")) {
            var refused = resident.post("/bookings/series", series(bad, "FAIL"));
            assertThat(refused.status()).as(bad).isEqualTo(422);
            assertThat(refused.problem()).isEqualTo("/problems/invalid");
            assertThat(refused.body()).contains("\"rrule\"");
        }
        assertThat(resident.post("/bookings/series", series(rule, "PERHAPS")).status())
                .isEqualTo(400);
    }
}
