package org.evenhall.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.evenhall.proof.Size;
import org.evenhall.server.RunningServer;

/** Many clients who want something at the same moment, over one node or several of the same database. */
final class Contest implements AutoCloseable {

    static final int RIVALS = Size.rounds(8, 32);
    static final int ROUNDS = Size.rounds(10, 200);

    private static final List<String> ACCOUNTS =
            List.of("resident", "resident2", "owner", "university", "coordinator", "admin");

    private final List<RunningServer> nodes;
    private final List<Client> people;
    private final ExecutorService threads = Executors.newFixedThreadPool(RIVALS);

    Contest(List<RunningServer> nodes) {
        this.nodes = nodes;
        this.people = ACCOUNTS.stream()
                .map(account -> Client.of(nodes.get(0), account))
                .toList();
    }

    /** A person, each time the next of all, at a node, each time the next of all. */
    Client rival(int number) {
        return people.get(number % people.size()).at(nodes.get(number / people.size() % nodes.size()));
    }

    int people() {
        return people.size();
    }

    Client admin() {
        return people.get(people.size() - 1);
    }

    /** All at once. */
    List<Client.Answer> at(List<Callable<Client.Answer>> attempts) throws Exception {
        var barrier = new CyclicBarrier(attempts.size());
        List<Callable<Client.Answer>> together = new ArrayList<>();
        for (Callable<Client.Answer> attempt : attempts) {
            together.add(() -> {
                barrier.await();
                return attempt.call();
            });
        }
        List<Client.Answer> answers = new ArrayList<>();
        for (Future<Client.Answer> answer : threads.invokeAll(together)) {
            answers.add(answer.get());
        }
        return answers;
    }

    /** Gives a booking back, whoever's it is. */
    void giveBack(Client.Answer booked) {
        admin().post("/bookings/" + id(booked) + "/cancellation", "{}");
    }

    static String id(Client.Answer created) {
        return created.json().get("id").getAsString();
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
