package org.evenhall.bench;

import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import org.evenhall.platform.nodes.Following;
import org.evenhall.platform.nodes.Node;
import org.evenhall.platform.nodes.Traces;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.store.Databases;
import org.evenhall.store.Fired;
import org.evenhall.store.Transactions;

/** What it takes a node to find that no other has changed anything, after so many traces in the last four minutes. */
final class FollowingCost {

    private static final int TIMES = 31;

    private FollowingCost() {}

    static void run() {
        System.out.println(
                "| Traces of the last four minutes | a look, µs | to read them all again, µs | load average |");
        System.out.println("|---|---|---|---|");
        for (int traces : new int[] {100, 10_000, 100_000}) {
            measure(traces);
        }
    }

    private static void measure(int traces) {
        var transactions = new Transactions(Databases.POSTGRESQL.fresh());
        Sql sql = transactions.sql(Databases.POSTGRESQL);
        sql.update(
                "INSERT INTO calendar_change (changed_at, what, subject, day, node)"
                        + " SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT), 'SHEET',"
                        + " CAST(n AS VARCHAR), 20000, 'another' FROM generate_series(1, ?) AS n",
                traces);
        sql.update("ANALYZE calendar_change");
        var following = new Following(new Traces(sql, new Node()), new Fired<>(), Clock.systemUTC());
        transactions.run(() -> {
            following.takePosition();
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.0f | %.0f | %.1f |%n",
                    traces,
                    median(following::look),
                    median(() -> sql.list(
                            "SELECT seq, subject, day FROM calendar_change WHERE changed_at >= ?",
                            row -> row.getLong(1),
                            0L)),
                    Crowd.load());
        });
    }

    private static double median(Runnable work) {
        double[] micros = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            work.run();
            micros[i] = (System.nanoTime() - begun) / 1e3;
        }
        Arrays.sort(micros);
        return micros[TIMES / 2];
    }
}
