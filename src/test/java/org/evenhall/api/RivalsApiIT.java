package org.evenhall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.api.Rooms.at;
import static org.evenhall.api.Rooms.idOf;
import static org.evenhall.api.Rooms.wish;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.evenhall.proof.Size;
import org.evenhall.server.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many clients want the same and shifted slots at the same moment: exactly one gets each, the others are told so. */
@ExtendWith(RunningServer.class)
class RivalsApiIT {

    private static final int RIVALS = Size.rounds(8, 32);
    private static final int ROUNDS = Size.rounds(10, 200);

    @Test
    void exactlyOneOfManyClientsGetsTheSlot(RunningServer server) throws Exception {
        List<Client> people = List.of(Client.of(server, "resident"), Client.of(server, "resident2"));
        String room = idOf(Rooms.another(server));
        LocalDate day = Rooms.tomorrow();
        var clients = Executors.newFixedThreadPool(RIVALS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                var barrier = new CyclicBarrier(RIVALS);
                List<Callable<Client.Answer>> attempts = new ArrayList<>();
                for (int rival = 0; rival < RIVALS; rival++) {
                    Client person = people.get(rival % people.size());
                    LocalTime start = LocalTime.of(18, 0).plusMinutes(30L * (rival / people.size() % 3));
                    String wish = wish(
                            room,
                            at(day, start.toString()),
                            at(day, start.plusMinutes(90).toString()));
                    attempts.add(() -> {
                        barrier.await();
                        return person.post("/bookings", wish);
                    });
                }
                List<Client.Answer> answers = new ArrayList<>();
                for (Future<Client.Answer> attempt : clients.invokeAll(attempts)) {
                    answers.add(attempt.get());
                }
                assertThat(answers)
                        .as("answers of round %s", round)
                        .extracting(Client.Answer::status)
                        .containsOnly(201, 409)
                        .containsOnlyOnce(201);
                for (Client.Answer answer : answers) {
                    if (answer.status() == 201) {
                        String id = answer.json().get("id").getAsString();
                        assertThat(people.stream().map(person -> person.post("/bookings/" + id + "/cancellation", "{}")
                                        .status()))
                                .containsOnlyOnce(200);
                    }
                }
            }
        } finally {
            clients.shutdown();
        }
        assertThat(Client.of(server, "admin")
                        .post("/audits/calendar", "")
                        .json()
                        .getAsJsonArray("differences"))
                .isEmpty();
    }
}
