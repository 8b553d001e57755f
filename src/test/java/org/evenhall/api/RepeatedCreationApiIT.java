package org.evenhall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.evenhall.server.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningServer.class)
class RepeatedCreationApiIT {

    private static final int RIVALS = 8;

    private Client university;
    private String booked;

    @AfterEach
    void giveItBack() {
        university.post("/bookings/" + booked + "/cancellation", "{}");
    }

    /** The rivals wait at the key of the first, and then all hear what it heard. */
    @Test
    void rivalsWithOneKeyGetOneBookingAndOneAnswer(RunningServer server) throws Exception {
        university = Client.of(server, "university");
        var client = university.with("Idempotency-Key", UUID.randomUUID().toString());
        String room = Rooms.idOf(Rooms.another(server));
        String wish = Rooms.wish(room, Rooms.at("18:30"), Rooms.at("19:30"));

        List<Client.Answer> answers = new ArrayList<>();
        Callable<Client.Answer> ask = () -> client.post("/bookings", wish);
        var rivals = Executors.newFixedThreadPool(RIVALS);
        try {
            for (var answer : rivals.invokeAll(Collections.nCopies(RIVALS, ask))) {
                answers.add(answer.get());
            }
        } finally {
            rivals.shutdown();
        }

        booked = answers.get(0).json().get("id").getAsString();
        assertThat(answers).extracting(Client.Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(Client.Answer::body)
                .isEqualTo(Collections.nCopies(RIVALS, answers.get(0).body()));
    }
}
