package org.evenhall.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.TransactionalException;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.evenhall.bookings.BookingNews;
import org.evenhall.kernel.Ids;
import org.evenhall.platform.jobs.TimerJob;
import org.evenhall.platform.jobs.Timers;
import org.evenhall.platform.outbox.Outbox;
import org.evenhall.platform.persistence.Sql;
import org.junit.jupiter.api.Test;

/** News and timers with the server's own transactions and threads. */
class NewsAndTimersIT extends InServer {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Inject
    private Outbox outbox;

    @Inject
    private Timers timers;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Bell bell;

    /** Remembers which timers it heard, and fails, or breaks down, the first time for one that is called so. */
    @ApplicationScoped
    public static class Bell implements TimerJob {

        private final List<String> rung = new CopyOnWriteArrayList<>();

        @Override
        public String kind() {
            return "bell";
        }

        @Override
        public void run(String subject, Instant due) {
            rung.add(subject);
            if (subject.startsWith("fails") && rung.indexOf(subject) == rung.size() - 1) {
                throw new IllegalStateException("the first time");
            }
            if (subject.startsWith("breaks") && rung.indexOf(subject) == rung.size() - 1) {
                throw new StackOverflowError("the first time");
            }
        }

        @Transactional
        public void breakDownHalfway(Runnable half) {
            half.run();
            throw new StackOverflowError("halfway");
        }

        public List<String> rung() {
            return List.copyOf(rung);
        }
    }

    @Test
    void newsIsInTheInboxSoonAfterTheCommitAndNotBefore() throws Exception {
        String person = person();
        transaction.begin();
        outbox.publish(news(person));
        Thread.sleep(1_500);
        transaction.commit();
        long committed = System.nanoTime();
        await(() -> notices(person) == 1);
        assertThat(Duration.ofNanos(System.nanoTime() - committed)).isLessThan(PATIENCE);
        assertThat(sql.count(
                        "SELECT COUNT(*) FROM notice n JOIN outbox_event e ON e.id = n.event_id"
                                + " WHERE n.person_id = ? AND n.created_at >= e.created_at + 1500",
                        person))
                .as("not before the commit")
                .isEqualTo(1);
    }

    @Test
    void newsThatIsRolledBackIsNeverTold() throws Exception {
        String person = person();
        transaction.begin();
        outbox.publish(news(person));
        transaction.rollback();
        transaction.begin();
        outbox.publish(news(person));
        transaction.commit();
        await(() -> notices(person) > 0);
        assertThat(sql.count("SELECT COUNT(*) FROM outbox_event WHERE body LIKE ?", "%" + person + "%"))
                .isEqualTo(1);
        assertThat(notices(person)).isEqualTo(1);
    }

    @Test
    void nothingIsToldAndNoTimerSetOutsideATransaction() {
        assertThatThrownBy(() -> outbox.publish(news("somebody"))).isInstanceOf(TransactionalException.class);
        assertThatThrownBy(() -> timers.set("bell", "outside", clock.instant()))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void aTimerRunsWhenItIsDueAndAgainWhereItFailed() throws Exception {
        String once = Ids.next();
        String fails = "fails" + Ids.next();
        String breaks = "breaks" + Ids.next();
        String never = Ids.next();
        transaction.begin();
        timers.set("bell", once, clock.instant());
        timers.set("bell", fails, clock.instant());
        timers.set("bell", breaks, clock.instant());
        timers.set("bell", never, clock.instant().plus(Duration.ofDays(1)));
        transaction.commit();
        await(() -> bell.rung().stream().filter(fails::equals).count() == 2);
        await(() -> bell.rung().stream().filter(breaks::equals).count() == 2);
        await(() -> left(once) + left(fails) + left(breaks) == 0);
        assertThat(bell.rung()).containsOnlyOnce(once).doesNotContain(never);
        transaction.begin();
        timers.clear("bell", never);
        transaction.commit();
        assertThat(left(never)).isZero();
    }

    @Test
    void whatAnErrorLeavesHalfDoneIsUndone() {
        List<String> written = new ArrayList<>();
        assertThatThrownBy(() -> bell.breakDownHalfway(() -> written.add(person())))
                .isInstanceOf(StackOverflowError.class);
        assertThat(written).hasSize(1);
        assertThat(sql.count("SELECT COUNT(*) FROM person WHERE id = ?", written.get(0)))
                .isZero();
    }

    private long notices(String person) {
        return sql.count("SELECT COUNT(*) FROM notice WHERE person_id = ?", person);
    }

    private long left(String subject) {
        return sql.count("SELECT COUNT(*) FROM timer WHERE subject = ?", subject);
    }

    private String person() {
        String id = Ids.next();
        sql.update(
                "INSERT INTO person (id, username, name, password_hash, demo, created_at) VALUES (?, ?, 'A reader', '-',"
                        + " FALSE, 0)",
                id,
                id);
        return id;
    }

    private BookingNews news(String person) {
        Instant start = clock.instant();
        return new BookingNews(
                BookingNews.Kind.CONFIRMED,
                Ids.next(),
                "7K3Q9M",
                person,
                "space",
                "organisation",
                start,
                start.plusSeconds(3600),
                2,
                0,
                null,
                null,
                null,
                null,
                null);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
