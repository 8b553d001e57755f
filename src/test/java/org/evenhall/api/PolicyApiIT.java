package org.evenhall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.evenhall.server.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Owners state their rules and keep their groups; what they state holds for the next booking. */
@ExtendWith(RunningServer.class)
class PolicyApiIT {

    private static Client.Answer put(Client client, String path, String json) {
        return client.send("PUT", path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> fields(Client.Answer answer) {
        return violations(answer, "field");
    }

    private static List<String> violations(Client.Answer answer, String member) {
        return StreamSupport.stream(answer.json().getAsJsonArray("violations").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(violation -> violation.get(member).getAsString())
                .toList();
    }

    private static String value(JsonObject policy, String name) {
        return policy.getAsJsonObject(name).get("value").getAsString() + " "
                + policy.getAsJsonObject(name).get("from").getAsString();
    }

    @Test
    void anOwnerStatesTheRulesOfASpace(RunningServer server) {
        var admin = Client.of(server, "admin");
        String room = Rooms.idOf(Rooms.another(server));
        String path = "/spaces/" + room + "/policy";
        var before = Client.nobody(server).get(path);
        assertThat(before.status()).isEqualTo(200);
        assertThat(before.header("ETag")).isEqualTo("\"0\"");
        assertThat(value(before.json().getAsJsonObject("inForce"), "longest")).isEqualTo("PT3H CITY");

        String rules = "{\"longest\":\"PT1H\",\"noticeAtLeast\":\"PT0S\",\"purposes\":[\"STUDY\",\"COURSE\"]}";
        assertThat(put(admin, path, rules).status()).isEqualTo(428);
        assertThat(put(admin.with("If-Match", "\"7\""), path, rules).status()).isEqualTo(412);
        assertThat(put(Client.of(server, "resident").with("If-Match", "\"0\""), path, rules)
                        .status())
                .isEqualTo(403);
        assertThat(put(Client.nobody(server).with("If-Match", "\"0\""), path, rules)
                        .status())
                .isEqualTo(401);

        var preview = put(admin, path + "?preview=true", rules);
        assertThat(value(preview.json().getAsJsonObject("inForce"), "longest")).isEqualTo("PT1H SPACE");
        assertThat(Client.nobody(server).get(path).header("ETag")).isEqualTo("\"0\"");

        var stated = put(admin.with("If-Match", "\"0\""), path, rules);
        assertThat(stated.status()).isEqualTo(200);
        assertThat(stated.header("ETag")).isEqualTo("\"1\"");
        var shown = Client.nobody(server).get("/spaces/" + room).json().getAsJsonObject("policy");
        assertThat(value(shown, "longest")).isEqualTo("PT1H SPACE");
        assertThat(value(shown, "shortest")).isEqualTo("PT30M CITY");

        var refused =
                Client.of(server, "resident").post("/bookings", Rooms.wish(room, Rooms.at("18:00"), Rooms.at("20:00")));
        assertThat(refused.problem()).isEqualTo("/problems/policy");
        assertThat(violations(refused, "rule")).containsExactly("longest-duration");

        var again = put(admin.with("If-Match", "*"), path, "{}");
        assertThat(again.header("ETag")).isEqualTo("\"2\"");
        assertThat(value(again.json().getAsJsonObject("inForce"), "longest")).isEqualTo("PT3H CITY");
    }

    @Test
    void whatMakesNoSenseIsNamedFieldByField(RunningServer server) {
        var admin = Client.of(server, "admin").with("If-Match", "*");
        String path = "/spaces/" + Rooms.idOf(Rooms.another(server)) + "/policy";
        var invalid = put(
                admin,
                path,
                "{\"startGrid\":\"PT7M\",\"peopleFrom\":0,\"areas\":[\"no-such-area\"],"
                        + "\"limits\":[{\"per\":\"PERSON\",\"measure\":\"OPEN_BOOKINGS\",\"most\":0}]}");
        assertThat(invalid.problem()).isEqualTo("/problems/invalid");
        assertThat(fields(invalid)).containsExactlyInAnyOrder("startGrid", "peopleFrom", "limits[0].most");
        var malformed = put(
                admin, path, "{\"longest\":\"an hour\",\"audience\":\"FRIENDS\",\"releases\":{\"time\":\"25:00\"}}");
        assertThat(malformed.problem()).isEqualTo("/problems/malformed");
        assertThat(fields(malformed)).containsExactlyInAnyOrder("longest", "audience", "releases.time");
        assertThat(put(admin, "/spaces/no-such-space/policy", "{}").status()).isEqualTo(404);
        assertThat(put(admin, path, "").status()).isEqualTo(400);
    }

    @Test
    void buffersAreMultiplesOfFiveMinutes(RunningServer server) {
        var admin = Client.of(server, "admin").with("If-Match", "*");
        var answer =
                put(admin, "/spaces/" + Rooms.idOf(Rooms.another(server)) + "/policy", "{\"bufferAfter\":\"PT7M\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("/problems/policy");
        assertThat(violations(answer, "rule")).containsExactly("five-minutes");
    }

    @Test
    void rulesAboutPeopleTellResidentsApart(RunningServer server) {
        var admin = Client.of(server, "admin").with("If-Match", "*");
        String room = Rooms.idOf(Rooms.another(server));
        String path = "/spaces/" + room + "/policy";
        assertThat(put(admin, path, "{\"audience\":\"VERIFIED\",\"ageFrom\":18}")
                        .status())
                .isEqualTo(200);
        String wish = Rooms.wish(room, Rooms.at("18:00"), Rooms.at("19:00"));
        assertThat(violations(Client.of(server, "resident2").post("/bookings", wish), "rule"))
                .containsExactly("audience", "age-from");
        var booked = Client.of(server, "resident").post("/bookings", wish);
        assertThat(booked.status()).isEqualTo(201);
        Client.of(server, "resident")
                .post("/bookings/" + booked.json().get("id").getAsString() + "/cancellation", "{}");
        put(admin, path, "{}");
    }

    @Test
    void theCityAndOrganisationsHavePoliciesToo(RunningServer server) {
        var admin = Client.of(server, "admin");
        var city = Client.nobody(server).get("/policy");
        assertThat(city.json().get("level").getAsString()).isEqualTo("CITY");
        assertThat(put(
                                admin.with("If-Match", city.header("ETag")),
                                "/policy",
                                city.json().getAsJsonObject("stated").toString())
                        .status())
                .as("what was read is sent back")
                .isEqualTo(200);
        assertThat(fields(put(admin, "/policy?preview=true", "{}"))).contains("longest");
        String house =
                Rooms.another(server).getAsJsonObject("organisation").get("id").getAsString();
        var organisation = put(
                admin,
                "/organisations/" + house + "/policy?preview=true",
                "{\"limits\":[{\"per\":\"GROUP\",\"measure\":\"HOURS_PER_WEEK\",\"most\":6}]}");
        assertThat(organisation
                        .json()
                        .getAsJsonObject("inForce")
                        .getAsJsonArray("limits")
                        .asList())
                .anySatisfy(limit -> assertThat(
                                limit.getAsJsonObject().get("within").getAsString())
                        .isEqualTo("ORGANISATION"));
    }

    @Test
    void anOwnerKeepsGroups(RunningServer server) {
        var admin = Client.of(server, "admin");
        String house =
                Rooms.another(server).getAsJsonObject("organisation").get("id").getAsString();
        var made = admin.post(
                "/groups",
                "{\"organisation\":\"%s\",\"name\":\"Choir\",\"members\":[\"resident\",\"resident2\"]}"
                        .formatted(house));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        String path = made.header("Location");
        assertThat(admin.get(path).json().getAsJsonArray("members")).hasSize(2);
        assertThat(Client.of(server, "resident").get(path).status()).isEqualTo(404);
        assertThat(admin.get("/groups?organisation=" + house).items()).isNotEmpty();
        assertThat(admin.get("/groups").status()).isEqualTo(400);
        assertThat(put(admin, path, "{\"name\":\"Big choir\"}").status()).isEqualTo(428);
        var changed = put(admin.with("If-Match", "\"1\""), path, "{\"name\":\"Big choir\",\"members\":[\"resident\"]}");
        assertThat(changed.json().getAsJsonArray("members")).hasSize(1);
        assertThat(fields(
                        put(admin.with("If-Match", "\"2\""), path, "{\"name\":\"\",\"members\":[\"nobody-at-all\"]}")))
                .containsExactlyInAnyOrder("name", "members");
        assertThat(admin.with("If-Match", "\"2\"")
                        .send("DELETE", path, null, new byte[0])
                        .status())
                .isEqualTo(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
    }
}
