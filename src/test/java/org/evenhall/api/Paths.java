package org.evenhall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.api.Rooms.at;
import static org.evenhall.api.Rooms.wish;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.evenhall.server.RunningServer;
import org.junit.jupiter.api.Test;

/**
 * The ways in which somebody comes to a slot, each under rivals: exactly one wins what only one can have, somebody always
 * wins, nobody hears of a deadlock, and afterwards the auditor finds nothing. Whoever extends this says which nodes.
 */
abstract class Paths extends SharedSpaces {

    Paths(List<RunningServer> nodes) {
        super(nodes);
    }

    @Test
    void exactlyOneGetsASlotThatAllWantOrShifted() throws Exception {
        String room = room();
        for (int round = 0; round < Contest.ROUNDS; round++) {
            List<Callable<Client.Answer>> attempts = new ArrayList<>();
            for (int rival = 0; rival < Contest.RIVALS; rival++) {
                Client person = contest.rival(rival);
                LocalTime start = LocalTime.of(18, 0).plusMinutes(30L * (rival / contest.people() % 3));
                String wish = slot(room, start, 90);
                attempts.add(() -> person.post("/bookings", wish));
            }
            List<Client.Answer> answers = contest.at(attempts);
            assertThat(answers)
                    .as("answers of round %s", round)
                    .extracting(Client.Answer::status)
                    .containsOnly(201, 409)
                    .containsOnlyOnce(201);
            giveBack(answers);
        }
    }

    @Test
    void slotsThatTouchHaveAWinnerEach() throws Exception {
        String room = room();
        for (int round = 0; round < Contest.ROUNDS; round++) {
            List<Callable<Client.Answer>> attempts = new ArrayList<>();
            for (int rival = 0; rival < Contest.RIVALS; rival++) {
                Client person = contest.rival(rival);
                String wish = slot(room, LocalTime.of(18 + rival % 3, 0), 60);
                attempts.add(() -> person.post("/bookings", wish));
            }
            List<Client.Answer> answers = contest.at(attempts);
            assertThat(answers)
                    .as("answers of round %s", round)
                    .extracting(Client.Answer::status)
                    .containsOnly(201, 409)
                    .filteredOn(status -> status == 201)
                    .hasSize(3);
            giveBack(answers);
        }
    }

    /** Two bookings stand left and right of a free hour; both are moved there while others book it. */
    @Test
    void amongMovesAndBookingsOneGetsTheHourAndTheOthersKeepTheirs() throws Exception {
        String room = room();
        for (int round = 0; round < Contest.ROUNDS; round++) {
            var left = contest.rival(0).post("/bookings", slot(room, LocalTime.of(18, 0), 60));
            var right = contest.rival(1).post("/bookings", slot(room, LocalTime.of(20, 0), 60));
            String move = "{\"start\":\"%s\",\"end\":\"%s\"}".formatted(at(DAY, "19:00"), at(DAY, "20:00"));
            List<Callable<Client.Answer>> attempts = new ArrayList<>();
            for (int rival = 0; rival < Contest.RIVALS; rival++) {
                Client person = contest.rival(rival % 4 < 2 ? rival % 4 : rival);
                String mine = rival % 4 == 0 ? Contest.id(left) : rival % 4 == 1 ? Contest.id(right) : null;
                Client at = rival % 4 < 2 ? person.at(nodes.get(rival / 4 % nodes.size())) : person;
                attempts.add(() -> mine == null
                        ? at.post("/bookings", slot(room, LocalTime.of(19, 0), 60))
                        : at.patch("/bookings/" + mine, move));
            }
            List<Client.Answer> answers = contest.at(attempts);
            assertThat(answers).extracting(Client.Answer::status).isSubsetOf(200, 201, 409);
            assertThat(answers.stream()
                            .filter(answer -> answer.status() < 300)
                            .map(Contest::id)
                            .distinct())
                    .as("who got the hour in round %s", round)
                    .hasSize(1);
            giveBack(answers.stream().filter(answer -> answer.status() == 201).toList());
            for (var standing : List.of(left, right)) {
                assertThat(contest.admin()
                                .post("/bookings/" + Contest.id(standing) + "/cancellation", "{}")
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    /** Of series whose dates meet each other and of single slots that meet both, one comes, and a series comes whole. */
    @Test
    void amongSeriesAndBookingsOneGetsAllThatItWants() throws Exception {
        String room = room();
        for (int round = 0; round < Contest.ROUNDS; round++) {
            List<Callable<Client.Answer>> attempts = new ArrayList<>();
            for (int rival = 0; rival < Contest.RIVALS; rival++) {
                Client person = contest.rival(rival);
                int kind = rival / contest.people() % 3;
                attempts.add(
                        kind == 2
                                ? () -> person.post("/bookings", slot(room, LocalTime.of(19, 0), 60))
                                : () -> person.post("/bookings/series", twice(room, kind == 0 ? "18:00" : "18:30")));
            }
            List<Client.Answer> answers = contest.at(attempts);
            assertThat(answers)
                    .as("answers of round %s", round)
                    .extracting(Client.Answer::status)
                    .containsOnly(201, 409)
                    .containsOnlyOnce(201);
            giveBackSeries(answers);
        }
    }

    /** Two hours of the same evening, an hour each. */
    private static String twice(String room, String start) {
        String minute = start.substring(3);
        return slot(room, LocalTime.parse(start), 60)
                .replace("}", ",\"rrule\":\"FREQ=DAILY;COUNT=2;BYHOUR=18,19;BYMINUTE=%s\"}".formatted(minute));
    }

    private void giveBackSeries(List<Client.Answer> answers) {
        for (Client.Answer won : answers) {
            if (won.status() == 201 && won.json().has("created")) {
                assertThat(won.json().getAsJsonArray("created")).hasSize(2);
                var back = contest.admin().post("/bookings/series/" + Contest.id(won) + "/cancellation", "{}");
                assertThat(back.json().getAsJsonArray("cancelled")).hasSize(2);
            } else if (won.status() == 201) {
                contest.giveBack(won);
            }
        }
    }

    /** Everybody has one hold at most, however often they ask at once; and one of all gets the slot. */
    @Test
    void amongHoldsAndBookingsOneGetsTheSlot() throws Exception {
        String room = room();
        for (int round = 0; round < Contest.ROUNDS; round++) {
            List<Callable<Client.Answer>> attempts = new ArrayList<>();
            for (int rival = 0; rival < Contest.RIVALS; rival++) {
                Client person = contest.rival(rival);
                String wish = slot(room, LocalTime.of(18, 0), 60);
                String path = rival / contest.people() % 2 == 0 ? "/holds" : "/bookings";
                String body = path.equals("/holds") ? wish.replace(",\"purpose\":\"STUDY\"", "") : wish;
                attempts.add(() -> person.post(path, body));
            }
            List<Client.Answer> answers = contest.at(attempts);
            assertThat(answers).extracting(Client.Answer::status).containsOnly(201, 409);
            var won = answers.stream().filter(answer -> answer.status() == 201).toList();
            assertThat(won.stream().map(Contest::id).distinct())
                    .as("who got the slot in round %s", round)
                    .hasSize(1);
            if (won.get(0).json().has("expiresAt")) {
                String id = Contest.id(won.get(0));
                assertThat(IntStream.range(0, contest.people())
                                .filter(number -> contest.rival(number)
                                                .delete("/holds/" + id)
                                                .status()
                                        == 204)
                                .count())
                        .isEqualTo(1);
            } else {
                giveBack(won);
            }
        }
    }

    /** Four wait for a slot that is given back while all try to take it: it is the first of them who gets it. */
    @Test
    void whatIsGivenBackGoesToTheFirstWhoWaitsWhoeverElseIsThere() throws Exception {
        String room = room();
        String slot = slot(room, LocalTime.of(18, 0), 60);
        for (int round = 0; round < Contest.ROUNDS; round++) {
            var taken = contest.admin().post("/bookings", slot);
            List<String> line = new ArrayList<>();
            for (int number = 0; number < 4; number++) {
                line.add(Contest.id(contest.rival(number)
                        .at(nodes.get(number % nodes.size()))
                        .post("/waitlist", slot.replace(",\"purpose\":\"STUDY\"", ""))));
            }
            List<Callable<Client.Answer>> attempts = new ArrayList<>();
            attempts.add(() -> contest.admin().post("/bookings/" + Contest.id(taken) + "/cancellation", "{}"));
            for (int rival = 1; rival < Contest.RIVALS; rival++) {
                Client person = contest.rival(rival);
                int place = rival % contest.people();
                attempts.add(() -> place < line.size()
                        ? person.post("/waitlist/" + line.get(place) + "/acceptance", "{}")
                        : person.post("/bookings", slot));
            }
            List<Client.Answer> answers = contest.at(attempts);
            assertThat(answers)
                    .extracting(Client.Answer::status)
                    .containsOnlyOnce(200)
                    .isSubsetOf(200, 201, 409);
            var won = answers.stream().filter(answer -> answer.status() == 201).toList();
            assertThat(won).as("who got it in round %s", round).hasSizeLessThanOrEqualTo(1);
            var booked = won.isEmpty()
                    ? contest.rival(0).post("/waitlist/" + line.get(0) + "/acceptance", "{}")
                    : won.get(0);
            assertThat(contest.rival(0)
                            .get("/waitlist/" + line.get(0))
                            .json()
                            .get("bookingId")
                            .getAsString())
                    .isEqualTo(Contest.id(booked));
            for (int number = 1; number < line.size(); number++) {
                assertThat(contest.rival(number)
                                .delete("/waitlist/" + line.get(number))
                                .status())
                        .isEqualTo(204);
            }
            contest.giveBack(booked);
        }
    }
}
