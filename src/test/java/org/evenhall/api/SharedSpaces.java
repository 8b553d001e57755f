package org.evenhall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.api.Rooms.at;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.evenhall.proof.Size;
import org.evenhall.server.RunningServer;
import org.junit.jupiter.api.Test;

/** Rivals for spaces that others have a say in: wholes and parts, places, owners who decide or close. */
abstract class SharedSpaces extends Rivalry {

    private static final LocalTime SIX = LocalTime.of(18, 0);

    SharedSpaces(List<RunningServer> nodes) {
        super(nodes);
    }

    /** Either the hall is had, or each of its halves by somebody: nobody is left out who could have had it. */
    @Test
    void aHallIsHadWholeOrInHalves() throws Exception {
        String hall = space(
                "\"capacity\":40,\"parts\":[{\"name\":\"East\",\"capacity\":20},{\"name\":\"West\",\"capacity\":20}]");
        List<String> all = new ArrayList<>(List.of(hall));
        contest.admin()
                .get("/spaces/" + hall)
                .json()
                .getAsJsonArray("parts")
                .forEach(part -> all.add(part.getAsJsonObject().get("id").getAsString()));
        assertThat(all).hasSize(3);
        for (int round = 0; round < Contest.ROUNDS; round++) {
            var answers = all(rival -> contest.rival(rival).post("/bookings", slot(all.get(rival % 3), SIX, 60)));
            assertThat(answers).extracting(Client.Answer::status).containsOnly(201, 409);
            List<String> had = won(answers).stream()
                    .map(answer ->
                            answer.json().getAsJsonObject("space").get("id").getAsString())
                    .sorted()
                    .toList();
            assertThat(had)
                    .as("had in round %s", round)
                    .isIn(List.of(hall), all.subList(1, 3).stream().sorted().toList());
            giveBack(answers);
        }
    }

    /** Three places, a rival for each of six persons and more: exactly three are given out. */
    @Test
    void noMorePlacesAreGivenOutThanThereAreAndNoFewer() throws Exception {
        String room = space("\"capacity\":6,\"sharing\":\"PLACES\"");
        for (int round = 0; round < Contest.ROUNDS; round++) {
            var answers = all(rival -> contest.rival(rival).post("/bookings", slot(room, SIX, 60)));
            assertThat(answers).extracting(Client.Answer::status).containsOnly(201, 409);
            assertThat(won(answers)).as("places for two in round %s", round).hasSize(3);
            giveBack(answers);
        }
    }

    /** The owner says yes and no at once, the booker gives it back, others want it: it ends in one way. */
    @Test
    void aRequestIsDecidedOnce() throws Exception {
        String room = space("\"capacity\":6");
        Rules.state(
                contest.admin(), room, "{\"approvalNeeded\":true,\"decisionBefore\":\"PT5M\",\"noTwoPlaces\":false}");
        for (int round = 0; round < Contest.ROUNDS; round++) {
            var request = contest.rival(0).post("/bookings", slot(room, SIX, 60));
            assertThat(request.json().get("status").getAsString()).isEqualTo("REQUESTED");
            String path = "/bookings/" + Contest.id(request);
            var answers = all(rival -> switch (rival % 4) {
                case 0 -> decide(rival, path, "APPROVE");
                case 1 -> decide(rival, path, "DECLINE");
                case 2 ->
                    contest.rival(0).at(nodes.get(rival / 4 % nodes.size())).post(path + "/cancellation", "{}");
                default -> contest.rival(rival).post("/bookings", slot(room, SIX, 60));
            });
            assertThat(answers).extracting(Client.Answer::status).isSubsetOf(200, 201, 409);
            assertThat(won(answers)).hasSizeLessThanOrEqualTo(1);
            String end = contest.admin().get(path).json().get("status").getAsString();
            assertThat(end).isIn("CONFIRMED", "DECLINED", "CANCELLED");
            if (end.equals("CONFIRMED")) {
                assertThat(won(answers)).isEmpty();
                contest.giveBack(request);
            }
            giveBack(answers);
        }
    }

    private Client.Answer decide(int rival, String path, String decision) {
        return contest.admin()
                .at(nodes.get(rival / 4 % nodes.size()))
                .post(path + "/decision", "{\"decision\":\"%s\"}".formatted(decision));
    }

    /** Two rooms of a house close at once; their bookings want the third, and so do others. */
    @Test
    void whoeverAClosureHitsIsNotLeftInTheStreet() throws Exception {
        String first = space("\"capacity\":6");
        String house = contest.admin()
                .get("/spaces/" + first)
                .json()
                .getAsJsonObject("venue")
                .get("id")
                .getAsString();
        String second = space(house, "\"capacity\":6");
        String third = space(house, "\"capacity\":6");
        for (int round = 0; round < Size.rounds(3, 200); round++) {
            var one = contest.rival(0).post("/bookings", slot(first, SIX, 60));
            var other = contest.rival(1).post("/bookings", slot(second, SIX, 60));
            List<Client.Answer> closures = new ArrayList<>();
            var answers = all(rival -> {
                if (rival > 1) {
                    return contest.rival(rival).post("/bookings", slot(third, SIX, 60));
                }
                var closed = contest.admin()
                        .at(nodes.get(rival % nodes.size()))
                        .post(
                                "/spaces/" + (rival == 0 ? first : second) + "/closures",
                                "{\"start\":\"%s\",\"end\":\"%s\",\"reason\":\"Heating\"}"
                                        .formatted(at(DAY, "17:00"), at(DAY, "22:00")));
                synchronized (closures) {
                    closures.add(closed);
                }
                return closed;
            });
            assertThat(closures).extracting(Client.Answer::status).containsExactly(201, 201);
            long taken = answers.stream()
                    .filter(answer -> answer.status() == 201 && answer.json().has("number"))
                    .count();
            for (var booking : List.of(one, other)) {
                JsonObject now =
                        contest.admin().get("/bookings/" + Contest.id(booking)).json();
                assertThat(now.get("status").getAsString().equals("CANCELLED")
                                || now.get("proposal").isJsonObject())
                        .as("round %s: %s", round, now)
                        .isTrue();
                taken += isProposed(now, third) ? 1 : 0;
                contest.giveBack(booking);
            }
            assertThat(taken).as("who has the third in round %s", round).isEqualTo(1);
            answers.stream()
                    .filter(answer -> answer.status() == 201 && answer.json().has("number"))
                    .forEach(contest::giveBack);
            for (String closed : List.of(first, second)) {
                for (JsonElement closure :
                        contest.admin().get("/spaces/" + closed + "/closures").items()) {
                    contest.admin()
                            .delete("/spaces/" + closed + "/closures/"
                                    + closure.getAsJsonObject().get("id").getAsString());
                }
            }
        }
    }

    private static boolean isProposed(JsonObject booking, String space) {
        return booking.get("proposal") instanceof JsonObject proposal
                && proposal.getAsJsonObject("space").get("id").getAsString().equals(space);
    }

    /** A space of its own in a house of the demo that the administrator may change, never shut. */
    private String space(String more) {
        String house = StreamSupport.stream(
                        contest.admin()
                                .get("/spaces?q=Evening%20hall&size=50")
                                .items()
                                .spliterator(),
                        false)
                .map(JsonElement::getAsJsonObject)
                .findFirst()
                .orElseThrow()
                .getAsJsonObject("venue")
                .get("id")
                .getAsString();
        return space(house, more);
    }

    private String space(String house, String more) {
        var made = contest.admin().post("/spaces", """
                        {"venueId":"%s","name":"Room %s","kind":"MEETING_ROOM","stepFree":true,%s}""".formatted(house, UUID.randomUUID(), more));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String id = Contest.id(made);
        List<String> open = new ArrayList<>(List.of(id));
        contest.admin()
                .get("/spaces/" + id)
                .json()
                .getAsJsonArray("parts")
                .forEach(part -> open.add(part.getAsJsonObject().get("id").getAsString()));
        open.forEach(each -> Rules.openAlways(contest.admin(), each));
        return id;
    }
}
