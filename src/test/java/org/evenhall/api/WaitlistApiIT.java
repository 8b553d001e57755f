package org.evenhall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.api.Rooms.at;
import static org.evenhall.api.Rooms.idOf;
import static org.evenhall.api.Rooms.wish;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.evenhall.server.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningServer.class)
class WaitlistApiIT {

    private final List<Runnable> undo = new ArrayList<>();
    private Client resident;
    private Client resident2;
    private Client owner;
    private String room;
    private JsonObject space;

    @BeforeEach
    void takeARoom(RunningServer server) {
        resident = Client.of(server, "resident");
        resident2 = Client.of(server, "resident2");
        owner = Client.of(server, "university");
        space = Rooms.another(server);
        room = idOf(space);
    }

    @AfterEach
    void giveEverythingBack() {
        undo.forEach(Runnable::run);
    }

    private static String waiting(String what, String from, String to) {
        return "{%s,\"start\":\"%s\",\"end\":\"%s\",\"people\":2}".formatted(what, at(from), at(to));
    }

    private String thisRoom(String from, String to) {
        return waiting("\"spaceId\":\"" + room + "\"", from, to);
    }

    private Client.Answer booked(Client person, String from, String to) {
        var booking = person.post("/bookings", wish(room, at(from), at(to)));
        assertThat(booking.status()).isEqualTo(201);
        undo.add(() -> person.post("/bookings/" + Contest.id(booking) + "/cancellation", "{}"));
        return booking;
    }

    private JsonObject joined(Client person, String body) {
        var entry = person.post("/waitlist", body);
        assertThat(entry.status()).as(entry.body()).isEqualTo(201);
        assertThat(entry.header("Location")).endsWith("/api/v1/waitlist/" + Contest.id(entry));
        undo.add(0, () -> person.delete("/waitlist/" + Contest.id(entry)));
        return entry.json();
    }

    private static JsonObject now(Client person, JsonObject entry) {
        return person.get("/waitlist/" + idOf(entry)).json();
    }

    private static String status(Client person, JsonObject entry) {
        return now(person, entry).get("status").getAsString();
    }

    private Client.Answer accepted(Client person, JsonObject entry, String body) {
        var booking = person.post("/waitlist/" + idOf(entry) + "/acceptance", body);
        if (booking.status() == 201) {
            undo.add(() -> person.post("/bookings/" + Contest.id(booking) + "/cancellation", "{}"));
        }
        return booking;
    }

    @Test
    void whatIsGivenBackIsHeldForTheFirstWhoWaitsAndBecomesTheirBooking() {
        var taken = booked(owner, "18:00", "19:30");
        var first = joined(resident, thisRoom("18:00", "19:00"));
        var second = joined(resident2, thisRoom("18:30", "19:30"));
        assertThat(first.get("status").getAsString()).isEqualTo("WAITING");
        assertThat(first.get("position").getAsInt()).isZero();
        assertThat(first.getAsJsonObject("space").get("id").getAsString()).isEqualTo(room);
        assertThat(second.get("position").getAsInt()).isEqualTo(1);
        assertThat(accepted(resident, first, "").status()).isEqualTo(409);

        owner.post("/bookings/" + Contest.id(taken) + "/cancellation", "{}");

        JsonObject offered = now(resident, first);
        assertThat(offered.get("status").getAsString()).isEqualTo("OFFERED");
        JsonObject offer = offered.getAsJsonObject("offer");
        assertThat(offer.getAsJsonObject("space").get("id").getAsString()).isEqualTo(room);
        assertThat(offer.get("until").getAsString()).isNotBlank();
        assertThat(status(resident2, second)).isEqualTo("WAITING");
        var rival = owner.post("/bookings", wish(room, at("18:00"), at("19:00")));
        assertThat(rival.problem()).isEqualTo("/problems/slot-taken");

        var booking = accepted(resident, first, "{\"purpose\":\"MEETING\",\"note\":\"at last\"}");
        assertThat(booking.status()).isEqualTo(201);
        assertThat(booking.header("Location")).endsWith("/api/v1/bookings/" + Contest.id(booking));
        assertThat(booking.json().get("purpose").getAsString()).isEqualTo("MEETING");
        assertThat(booking.json().get("note").getAsString()).isEqualTo("at last");
        assertThat(now(resident, first).get("bookingId").getAsString()).isEqualTo(Contest.id(booking));
        assertThat(accepted(resident, first, "{}").status()).isEqualTo(409);
        assertThat(resident.delete("/waitlist/" + idOf(first)).status()).isEqualTo(409);
        assertThat(status(resident2, second)).isEqualTo("WAITING");
    }

    @Test
    void whoeverDoesNotWantTheOfferPassesItOn() {
        var taken = booked(owner, "18:00", "19:00");
        var first = joined(resident, thisRoom("18:00", "19:00"));
        var second = joined(resident2, thisRoom("18:00", "19:00"));
        owner.post("/bookings/" + Contest.id(taken) + "/cancellation", "{}");

        assertThat(resident.delete("/waitlist/" + idOf(first)).status()).isEqualTo(204);

        assertThat(status(resident, first)).isEqualTo("LEFT");
        assertThat(accepted(resident2, second, "").json().get("purpose").getAsString())
                .isEqualTo("STUDY");
        assertThat(resident.delete("/waitlist/" + idOf(first)).status()).isEqualTo(204);
        assertThat(resident.get("/waitlist?mine=true&size=200").items())
                .anySatisfy(entry -> assertThat(idOf(entry.getAsJsonObject())).isEqualTo(idOf(first)));
        assertThat(resident2.get("/waitlist/" + idOf(first)).status()).isEqualTo(404);
        assertThat(resident2.delete("/waitlist/" + idOf(first)).status()).isEqualTo(404);
    }

    @Test
    void whatIsFreeAndWaitedForByNobodyIsOfferedAtOnce() {
        var entry = joined(resident, thisRoom("18:00", "19:00"));
        assertThat(entry.get("status").getAsString()).isEqualTo("OFFERED");
        assertThat(entry.get("position").getAsInt()).isZero();

        var venue = space.getAsJsonObject("venue");
        var any = joined(
                resident2,
                waiting(
                        "\"near\":\"%s,%s\",\"radius\":3000,\"minCapacity\":3,\"amenity\":[]"
                                .formatted(
                                        venue.get("lat").getAsString(),
                                        venue.get("lon").getAsString()),
                        "18:00",
                        "19:00"));
        assertThat(any.get("status").getAsString()).isEqualTo("OFFERED");
        assertThat(any.getAsJsonObject("filters").get("radius").getAsInt()).isEqualTo(3000);
        JsonObject offered = any.getAsJsonObject("offer").getAsJsonObject("space");
        assertThat(offered.get("capacity").getAsInt()).isGreaterThanOrEqualTo(3);
        assertThat(idOf(offered)).isNotEqualTo(room);
    }

    @Test
    void anOfferThatARuleIsAgainstStandsUntilItsDeadline() {
        var entry = joined(resident, thisRoom("20:00", "20:30"));
        List<Client.Answer> most = new ArrayList<>();
        most.add(booked(resident, "18:00", "18:30"));
        most.add(booked(resident, "18:30", "19:00"));
        most.add(booked(resident, "19:00", "19:30"));

        var refused = accepted(resident, entry, "");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json()
                        .getAsJsonArray("violations")
                        .get(0)
                        .getAsJsonObject()
                        .get("rule")
                        .getAsString())
                .isEqualTo("open-bookings-in-space");
        assertThat(status(resident, entry)).isEqualTo("OFFERED");
        resident.post("/bookings/" + Contest.id(most.get(0)) + "/cancellation", "{}");
        assertThat(accepted(resident, entry, "").status()).isEqualTo(201);
    }

    @Test
    void nobodyWaitsTwiceForTheSameNorForMoreThanTen() {
        booked(owner, "18:00", "21:00");
        List<String> times = List.of("18:00", "18:30", "19:00", "19:30", "20:00");
        for (String from : times) {
            joined(resident, thisRoom(from, "21:00"));
        }
        var again = resident.post("/waitlist", thisRoom("18:00", "21:00"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("/problems/conflict");
        for (String to : List.of("20:30", "20:00", "19:30", "19:00", "18:30")) {
            joined(resident, thisRoom("18:00", to));
        }
        var eleventh = resident.post("/waitlist", thisRoom("19:00", "20:00"));
        assertThat(eleventh.status()).isEqualTo(422);
        assertThat(eleventh.body()).contains("open-entries").contains("10");
        assertThat(resident.get("/waitlist?mine=true&size=200").items().asList().stream()
                        .map(JsonElement::getAsJsonObject)
                        .filter(entry -> entry.get("status").getAsString().equals("WAITING"))
                        .map(entry -> entry.get("position").getAsInt()))
                .contains(0, 4, 5);
    }

    @Test
    void aWishThatCouldNeverBeBookedIsRefusedWithItsReason(RunningServer server) {
        assertThat(problem(thisRoom("03:00", "04:00"))).isEqualTo("/problems/policy");
        assertThat(problem(thisRoom("18:00", "18:00"))).isEqualTo("/problems/malformed");
        assertThat(problem("{\"spaceId\":\"" + room + "\"}")).isEqualTo("/problems/invalid");
        assertThat(problem(waiting("\"amenity\":[]", "18:00", "19:00"))).isEqualTo("/problems/invalid");
        assertThat(problem(waiting("\"spaceId\":\"" + room + "\",\"kind\":\"SEAT\"", "18:00", "19:00")))
                .isEqualTo("/problems/invalid");
        assertThat(problem(waiting("\"radius\":100", "18:00", "19:00"))).isEqualTo("/problems/malformed");
        assertThat(problem(waiting("\"area\":\"nowhere\"", "18:00", "19:00"))).isEqualTo("/problems/policy");
        assertThat(problem(waiting("\"spaceId\":\"nowhere\"", "18:00", "19:00")))
                .isEqualTo("/problems/not-found");
        assertThat(problem(thisRoom("18:00", "19:00").replace(Rooms.tomorrow().toString(), "2020-11-23")))
                .isEqualTo("/problems/policy");
        assertThat(Client.nobody(server)
                        .post("/waitlist", thisRoom("18:00", "19:00"))
                        .status())
                .isEqualTo(401);
    }

    private String problem(String body) {
        return resident.post("/waitlist", body).problem();
    }
}
