package org.evenhall.bench;

import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.evenhall.availability.CalendarWorld;
import org.evenhall.availability.ClaimWish;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.TimeRange;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;

/** The calendar alone on both databases: claims of slots that nobody else wants, each in a transaction of its own. */
final class ClaimBench {

    private static final int SPACES = 200;
    private static final int SLOTS_A_DAY = 8;
    private static final int SECONDS = Integer.getInteger("bench.seconds", 4);
    private static final Instant FIRST = Instant.parse("2026-11-23T08:00:00Z");

    private ClaimBench() {}

    static void run() throws Exception {
        System.out.println("| What | per second | median ms | p99 ms | of a bare insert | load average |");
        System.out.println("|---|---|---|---|---|---|");
        for (Databases kind : Databases.values()) {
            DataSource database = new KeptConnections(kind.fresh());
            CalendarWorld world = new CalendarWorld(database, kind);
            List<Listed> spaces = new ArrayList<>();
            for (int i = 0; i < SPACES; i++) {
                spaces.add(world.stored(aSpace(Ids.next()).listed()));
            }
            AtomicInteger next = new AtomicInteger();
            for (int clients : new int[] {1, 8}) {
                Crowd.Figures bare = BareInsert.measure(database, clients, SECONDS);
                List<Crowd.Client> claiming = new ArrayList<>();
                for (int i = 0; i < clients; i++) {
                    claiming.add(() -> world.claim(wish(spaces, next.getAndIncrement())));
                }
                Crowd.measure(claiming, SECONDS);
                Crowd.Figures claims = Crowd.measure(claiming, SECONDS);
                print(kind + ", bare `INSERT` and `COMMIT`, clients: " + clients, bare, bare);
                print(kind + ", `Calendar.claim`, clients: " + clients, claims, bare);
            }
        }
    }

    private static ClaimWish wish(List<Listed> spaces, int n) {
        int slot = n / SPACES;
        Instant start = FIRST.plus(Duration.ofDays(slot / SLOTS_A_DAY)).plus(Duration.ofHours(slot % SLOTS_A_DAY));
        return CalendarWorld.wish(spaces.get(n % SPACES), new TimeRange(start, start.plus(Duration.ofHours(1))));
    }

    private static void print(String what, Crowd.Figures figures, Crowd.Figures bare) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.2f | %.2f | %.2f | %.1f |%n",
                what,
                figures.perSecond(),
                figures.medianMillis(),
                figures.millis(0.99),
                figures.perSecond() / bare.perSecond(),
                figures.load());
    }
}
