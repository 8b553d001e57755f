package org.evenhall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.api.Rooms.at;
import static org.evenhall.api.Rooms.wish;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.evenhall.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningServer.class)
class PublishingApiIT {

    private Client owner;
    private Client resident;
    private Client nobody;
    private String house;

    @BeforeEach
    void signIn(RunningServer server) {
        owner = Client.of(server, "owner");
        resident = Client.of(server, "resident");
        nobody = Client.nobody(server);
        house = hall().getAsJsonObject("venue").get("id").getAsString();
    }

    /** The hall of the demo that can be halved; it is at the school of the demo's owner. */
    private JsonObject hall() {
        return StreamSupport.stream(
                        nobody.get("/spaces?q=Evening%20hall&size=50").items().spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(space -> space.get("name").getAsString().equals("Evening hall"))
                .findFirst()
                .orElseThrow();
    }

    private static String room(String where, String name, int capacity, String more) {
        return """
                {%s,"name":"%s","nameZh":"厅","kind":"CLASSROOM","capacity":%d,"amenities":["WIFI"],"stepFree":true%s}""".formatted(where, name, capacity, more);
    }

    private String inHouse(String name) {
        return room("\"venueId\":\"" + house + "\"", name, 20, "");
    }

    private static String id(Client.Answer made) {
        return made.json().get("id").getAsString();
    }

    private static Client.Answer put(Client client, String etag, String path, String json) {
        return (etag == null ? client : client.with("If-Match", etag))
                .send("PUT", path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPublishedSpaceIsThereAtOnce() {
        String name = "Room " + UUID.randomUUID();
        var made = owner.post("/spaces", inHouse(name));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("ETag")).isEqualTo("\"0\"");
        assertThat(made.header("Location")).endsWith("/api/v1/spaces/" + id(made));
        var got = nobody.get(made.header("Location"));
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.header("ETag")).isEqualTo("\"0\"");
        assertThat(got.json().get("name").getAsString()).isEqualTo(name);
        assertThat(got.json().get("stated").isJsonNull()).isTrue();
        assertThat(nobody.get("/spaces?q=" + Client.encoded(name)).items()).hasSize(1);
        assertThat(nobody.with("Accept-Language", "zh")
                        .get(made.header("Location"))
                        .json()
                        .get("name")
                        .getAsString())
                .isEqualTo("厅");
    }

    @Test
    void aPreviewStoresNothing() {
        String name = "Room " + UUID.randomUUID();
        var preview = owner.post("/spaces?preview=true", inHouse(name));

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.json().get("name").getAsString()).isEqualTo(name);
        assertThat(preview.json().get("id").isJsonNull()).isTrue();
        assertThat(nobody.get("/spaces?q=" + Client.encoded(name)).items()).isEmpty();
    }

    @Test
    void theSameKeyPublishesOnce() {
        String name = "Room " + UUID.randomUUID();
        var once = owner.with("Idempotency-Key", UUID.randomUUID().toString());
        var first = once.post("/spaces", inHouse(name));
        var again = once.post("/spaces", inHouse(name));

        assertThat(again.status()).isEqualTo(201);
        assertThat(id(again)).isEqualTo(id(first));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag")).isNotNull();
        assertThat(nobody.get("/spaces?q=" + Client.encoded(name)).items()).hasSize(1);
    }

    @Test
    void aChangeNamesTheVersionThatWasRead() {
        String path = "/spaces/" + id(owner.post("/spaces", inHouse("Room to change")));
        JsonObject stated = owner.get(path).json().getAsJsonObject("stated");
        assertThat(stated.get("nameZh").getAsString()).isEqualTo("厅");
        stated.addProperty("capacity", 33);

        assertThat(put(owner, null, path, stated.toString()).status()).isEqualTo(428);
        assertThat(put(owner, "\"0\"", path + "?preview=true", stated.toString())
                        .json()
                        .get("capacity")
                        .getAsInt())
                .isEqualTo(33);
        assertThat(nobody.get(path).json().get("capacity").getAsInt()).isEqualTo(20);
        var changed = put(owner, "\"0\"", path, stated.toString());
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(nobody.get(path).json().get("capacity").getAsInt()).isEqualTo(33);
        assertThat(put(owner, "\"0\"", path, stated.toString()).problem()).isEqualTo("/problems/stale");
    }

    @Test
    void aPreviewOfAChangeNeedsNoVersionAndGivesNone() {
        String path = "/spaces/" + id(owner.post("/spaces", inHouse("Room to look at")));
        String stated = owner.get(path).json().getAsJsonObject("stated").toString();

        var preview = put(owner, null, path + "?preview=true", stated);
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.header("ETag")).isNull();
        assertThat(put(owner, "\"7\"", path + "?preview=true", stated).status()).isEqualTo(412);
    }

    @Test
    void whoMayNotChangeIsToldSoWithOrWithoutAVersion() {
        String path = "/spaces/" + id(owner.post("/spaces", inHouse("Room of the owner")));
        String stated = owner.get(path).json().getAsJsonObject("stated").toString();
        String hours = "{\"openingHours\":\"24/7\"}";

        assertThat(put(nobody, null, path, stated).status()).isEqualTo(401);
        assertThat(put(resident, null, path, stated).status()).isEqualTo(403);
        assertThat(put(owner, null, "/spaces/nowhere", stated).status()).isEqualTo(404);
        assertThat(put(nobody, null, path + "/opening-hours", hours).status()).isEqualTo(401);
        assertThat(put(resident, null, path + "/opening-hours", hours).status()).isEqualTo(403);
        assertThat(put(nobody, null, path + "/policy", "{}").status()).isEqualTo(401);
        assertThat(put(resident, null, path + "/policy", "{}").status()).isEqualTo(403);
    }

    @Test
    void othersMayNotAndDoNotSeeWhatIsHidden(RunningServer server) {
        String hidden = id(
                owner.post("/spaces", room("\"venueId\":\"" + house + "\"", "Hidden room", 5, ",\"published\":false")));
        String shown = id(owner.post("/spaces", inHouse("Shown room")));
        var university = Client.of(server, "university");
        String body = inHouse("Mine now");

        assertThat(owner.get("/spaces/" + hidden).json().get("published").getAsBoolean())
                .isFalse();
        assertThat(nobody.get("/spaces/" + hidden).status()).isEqualTo(404);
        assertThat(university.get("/spaces/" + hidden).status()).isEqualTo(404);
        assertThat(put(university, "*", "/spaces/" + hidden, body).status()).isEqualTo(404);
        assertThat(put(university, "*", "/spaces/" + shown, body).status()).isEqualTo(403);
        assertThat(university.post("/spaces", body).status()).isEqualTo(403);
        assertThat(resident.post("/spaces", body).status()).isEqualTo(403);
        assertThat(nobody.post("/spaces", body).status()).isEqualTo(401);
        assertThat(put(nobody, "*", "/spaces/" + shown, body).status()).isEqualTo(401);
        assertThat(put(Client.of(server, "admin"), "*", "/spaces/" + shown, body)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aHallIsTakenByItsHalfAndTheOtherHalfIsNot() {
        String hall = hall().get("id").getAsString();
        var parts = owner.get("/spaces/" + hall).json().getAsJsonArray("parts");
        assertThat(parts).hasSize(2);
        String one = parts.get(0).getAsJsonObject().get("id").getAsString();
        String other = parts.get(1).getAsJsonObject().get("id").getAsString();

        var half = resident.post("/bookings", wish(one, at("17:00"), at("18:00")));
        assertThat(half.status()).as(half.body()).isEqualTo(201);
        assertThat(resident.post("/bookings", wish(hall, at("17:30"), at("18:30")))
                        .problem())
                .isEqualTo("/problems/slot-taken");
        var beside = resident.post("/bookings", wish(other, at("17:00"), at("18:00")));
        assertThat(beside.status()).as(beside.body()).isEqualTo(201);
        for (var booked : List.of(half, beside)) {
            resident.post("/bookings/" + id(booked) + "/cancellation", "{}");
        }
    }

    @Test
    void partsAndSeatsComeInOneGo() {
        var made = owner.post(
                "/spaces",
                room(
                        "\"venueId\":\"" + house + "\"",
                        "Divided room",
                        20,
                        ",\"parts\":[{\"name\":\"A\",\"capacity\":10},{\"name\":\"B\"}]"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().getAsJsonArray("parts")).hasSize(2);
        String part = made.json()
                .getAsJsonArray("parts")
                .get(0)
                .getAsJsonObject()
                .get("id")
                .getAsString();
        var seats = owner.post("/spaces/" + part + "/seats", "{\"count\":40}");
        assertThat(seats.status()).as(seats.body()).isEqualTo(201);
        assertThat(seats.items()).hasSize(40);
        var deeper = owner.post(
                "/spaces",
                room(
                        "\"partOf\":\""
                                + seats.items()
                                        .get(0)
                                        .getAsJsonObject()
                                        .get("id")
                                        .getAsString() + "\"",
                        "Arm",
                        1,
                        ""));
        assertThat(deeper.status()).as(deeper.body()).isEqualTo(201);
        assertThat(deeper.json().getAsJsonArray("partOf")).hasSize(3);
        assertThat(owner.post("/spaces/" + part + "/seats", "{\"count\":0}").status())
                .isEqualTo(422);
    }

    @Test
    void hoursAreStatedAndShownAndInheritedByParts() {
        String room = id(owner.post("/spaces", inHouse("Room with hours")));
        String part = id(owner.post("/spaces", room("\"partOf\":\"" + room + "\"", "Part with hours", 5, "")));
        String path = "/spaces/" + room + "/opening-hours";
        assertThat(nobody.get(path).header("ETag")).isEqualTo("\"0\"");

        var wrong = put(owner, "\"0\"", path, "{\"openingHours\":\"Mo-Fr 18:00-21:30; Xy off\"}");
        assertThat(wrong.problem()).isEqualTo("/problems/invalid");
        assertThat(wrong.body()).contains("Xy");
        assertThat(put(owner, null, path, "{\"openingHours\":\"24/7\"}").status())
                .isEqualTo(428);
        var preview = put(owner, null, path + "?preview=true", "{\"openingHours\":\"Mo-Su 18:00-21:30\"}");
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.json().getAsJsonArray("days")).hasSize(14).allSatisfy(day -> assertThat(
                        day.getAsJsonObject().getAsJsonArray("open"))
                .hasSize(1));
        assertThat(nobody.get(path).json().get("openingHours").isJsonNull()).isTrue();

        var stated = put(owner, "\"0\"", path, "{\"openingHours\":\"Mo-Su 18:00-21:30\"}");
        assertThat(stated.status()).isEqualTo(200);
        assertThat(stated.header("ETag")).isEqualTo("\"1\"");
        assertThat(put(owner, "\"0\"", path, "{\"openingHours\":\"24/7\"}").status())
                .isEqualTo(412);
        for (String space : List.of(room, part)) {
            assertThat(nobody.get("/spaces/" + space).json().get("openingHours").getAsString())
                    .isEqualTo("Mo-Su 18:00-21:30");
            assertThat(nobody.get("/spaces/%s/availability?from=%s&to=%s"
                                    .formatted(
                                            space,
                                            Rooms.tomorrow(),
                                            Rooms.tomorrow().plusDays(1)))
                            .json()
                            .getAsJsonArray("days")
                            .get(0)
                            .getAsJsonObject()
                            .getAsJsonArray("open"))
                    .hasSize(1);
        }
        assertThat(put(resident, "*", path, "{\"openingHours\":\"24/7\"}").status())
                .isEqualTo(403);
    }

    @Test
    void howItIsGivenOutStaysWhileThereAreBookings() {
        String room = id(owner.post("/spaces", inHouse("Room in use")));
        put(owner, "*", "/spaces/" + room + "/opening-hours", "{\"openingHours\":\"24/7\"}");
        var booked = resident.post("/bookings", wish(room, at("18:00"), at("19:00")));
        assertThat(booked.status()).as(booked.body()).isEqualTo(201);
        JsonObject stated = owner.get("/spaces/" + room).json().getAsJsonObject("stated");
        stated.addProperty("sharing", "PLACES");

        var refused = put(owner, "*", "/spaces/" + room, stated.toString());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/conflict");
        resident.post("/bookings/" + id(booked) + "/cancellation", "{}");
        assertThat(put(owner, "*", "/spaces/" + room, stated.toString()).status())
                .isEqualTo(200);
    }

    @Test
    void wrongFieldsAreNamed() {
        var refused = owner.post("/spaces", "{\"name\":\" \",\"capacity\":0}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().getAsJsonArray("violations"))
                .extracting(each -> each.getAsJsonObject().get("field").getAsString())
                .containsExactlyInAnyOrder("name", "kind", "capacity", "venueId");
        assertThat(owner.post("/spaces", room("\"venueId\":\"none\"", "Room", 5, ""))
                        .status())
                .isEqualTo(422);
        assertThat(owner.post("/spaces", room("\"partOf\":\"none\"", "Room", 5, ""))
                        .status())
                .isEqualTo(422);
        assertThat(put(owner, "*", "/spaces/none", inHouse("None")).status()).isEqualTo(404);
    }
}
