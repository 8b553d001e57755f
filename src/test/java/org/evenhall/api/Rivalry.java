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
import org.evenhall.server.RunningServer;
import org.junit.jupiter.api.AfterEach;

/** Rivals at some nodes; after each test the auditor finds nothing. */
abstract class Rivalry {

    static final LocalDate DAY = Rooms.tomorrow();

    final List<RunningServer> nodes;
    final Contest contest;

    Rivalry(List<RunningServer> nodes) {
        this.nodes = nodes;
        this.contest = new Contest(nodes);
    }

    @AfterEach
    void theAuditorFindsNothing() {
        contest.close();
        assertThat(contest.admin().post("/audits/calendar", "").json().getAsJsonArray("differences"))
                .isEmpty();
    }

    /** What a rival does, by its number. */
    interface Attempt {
        Client.Answer by(int rival) throws Exception;
    }

    /** All at once. */
    List<Client.Answer> all(Attempt attempt) throws Exception {
        List<Callable<Client.Answer>> attempts = new ArrayList<>();
        for (int rival = 0; rival < Contest.RIVALS; rival++) {
            int number = rival;
            attempts.add(() -> attempt.by(number));
        }
        return contest.at(attempts);
    }

    String room() {
        return idOf(Rooms.another(nodes.get(0)));
    }

    static String slot(String room, LocalTime start, int minutes) {
        return wish(
                room,
                at(DAY, start.toString()),
                at(DAY, start.plusMinutes(minutes).toString()));
    }

    static List<Client.Answer> won(List<Client.Answer> answers) {
        return answers.stream().filter(answer -> answer.status() == 201).toList();
    }

    void giveBack(List<Client.Answer> answers) {
        won(answers).forEach(contest::giveBack);
    }
}
