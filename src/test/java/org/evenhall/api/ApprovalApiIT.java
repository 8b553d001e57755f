package org.evenhall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.api.Rooms.at;
import static org.evenhall.api.Rooms.idOf;
import static org.evenhall.api.Rooms.wish;

import java.util.List;
import org.evenhall.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningServer.class)
class ApprovalApiIT {

    private Client resident;
    private Client other;
    private Client admin;
    private String room;

    @BeforeEach
    void takeARoomThatTheOwnerGivesOut(RunningServer server) {
        resident = Client.of(server, "resident");
        other = Client.of(server, "resident2");
        admin = Client.of(server, "admin");
        room = idOf(Rooms.another(server));
        Rules.state(admin, room, "{\"approvalNeeded\":true,\"decisionBefore\":\"PT1H\"}");
    }

    private Client.Answer request(Client client, String from, String to) {
        var answer = client.post("/bookings", wish(room, at(from), at(to)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private static String status(Client.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("status").getAsString();
    }

    @Test
    void aRequestHoldsItsTimeUntilTheOwnerDecides() {
        var requested = request(resident, "18:00", "19:00");
        String id = Contest.id(requested);
        assertThat(requested.json().get("status").getAsString()).isEqualTo("REQUESTED");
        assertThat(requested.json().get("decisionUntil").getAsString()).contains("T17:00");
        assertThat(other.post("/bookings", wish(room, at("18:30"), at("19:30"))).status())
                .isEqualTo(409);
        String approve = "{\"decision\":\"APPROVE\",\"reason\":\"Welcome\"}";
        assertThat(resident.post("/bookings/" + id + "/decision", approve).status())
                .isEqualTo(403);
        assertThat(other.post("/bookings/" + id + "/decision", approve).status())
                .isEqualTo(404);
        var approved = admin.post("/bookings/" + id + "/decision", approve);
        assertThat(status(approved)).isEqualTo("CONFIRMED");
        assertThat(approved.json().get("decisionReason").getAsString()).isEqualTo("Welcome");
        var again = admin.post("/bookings/" + id + "/decision", "{\"decision\":\"DECLINE\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("/problems/conflict");
        admin.post("/bookings/" + id + "/cancellation", "{}");
    }

    @Test
    void aDecisionWithoutABodyCannotBeRead() {
        String id = Contest.id(request(resident, "18:00", "19:00"));
        for (String path : List.of("/bookings/" + id + "/decision", "/bookings/decisions")) {
            var answer = admin.send("POST", path, null, new byte[0]);
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo("/problems/malformed");
        }
        resident.post("/bookings/" + id + "/cancellation", "{}");
    }

    @Test
    void aDeclinedRequestFreesItsTime() {
        String id = Contest.id(request(resident, "18:00", "19:00"));
        assertThat(status(admin.post("/bookings/" + id + "/decision", "{\"decision\":\"DECLINE\"}")))
                .isEqualTo("DECLINED");
        String next = Contest.id(request(other, "18:00", "19:00"));
        assertThat(status(other.post("/bookings/" + next + "/cancellation", "{}")))
                .isEqualTo("CANCELLED");
    }

    @Test
    void manyAreDecidedAtOnceAndEachByItself() {
        String first = Contest.id(request(resident, "18:00", "18:30"));
        String second = Contest.id(request(other, "19:00", "19:30"));
        String given = Contest.id(request(resident, "20:00", "20:30"));
        resident.post("/bookings/" + given + "/cancellation", "{}");
        var answer = admin.post(
                "/bookings/decisions",
                "{\"ids\":[\"%s\",\"%s\",\"%s\",\"no-such-booking\"],\"decision\":\"APPROVE\"}"
                        .formatted(first, given, second));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.items()).hasSize(4);
        assertThat(answer.items().asList().stream()
                        .map(each -> each.getAsJsonObject().get("id").getAsString()))
                .containsExactly(first, given, second, "no-such-booking");
        assertThat(answer.items().asList().stream()
                        .map(each -> each.getAsJsonObject().get("problem").isJsonNull()))
                .containsExactly(true, false, true, false);
        assertThat(answer.items()
                        .get(1)
                        .getAsJsonObject()
                        .getAsJsonObject("problem")
                        .get("status")
                        .getAsInt())
                .isEqualTo(409);
        assertThat(status(admin.get("/bookings/" + second))).isEqualTo("CONFIRMED");
        admin.post("/bookings/" + first + "/cancellation", "{}");
        admin.post("/bookings/" + second + "/cancellation", "{}");
    }

    @Test
    void whatIsNoDecisionIsNamed() {
        String id = Contest.id(request(resident, "18:00", "19:00"));
        assertThat(admin.post("/bookings/" + id + "/decision", "{}").status()).isEqualTo(422);
        assertThat(admin.post("/bookings/" + id + "/decision", "{\"decision\":\"MAYBE\"}")
                        .body())
                .contains("APPROVE")
                .contains("\"decision\"");
        assertThat(admin.post("/bookings/decisions", "{\"decision\":\"APPROVE\"}")
                        .status())
                .isEqualTo(422);
        resident.post("/bookings/" + id + "/cancellation", "{}");
    }
}
