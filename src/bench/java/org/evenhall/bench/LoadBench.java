package org.evenhall.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenhall.bench.Connection.Answer;
import org.evenhall.bench.Crowd.Figures;
import org.evenhall.store.Databases;

/**
 * The whole application over HTTP with some 10,000 spaces: searches of the city, bookings of slots that nobody else
 * wants, and 32 clients for one slot. Client and server share the machine.
 */
final class LoadBench {

    private static final int SPACES = 10_000;
    private static final int RIVALS = 32;
    private static final int ROUNDS = 60;
    private static final int SLOTS = 3;

    /** So many from the one that is measured; the last is 29 days ahead, and anybody may book 30 days ahead. */
    private static final int DAYS = 22;

    private static final int PORTIONS = 4;
    private static final int SECONDS = Integer.getInteger("bench.seconds", 4);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** An evening on which a space is free. */
    private record Evening(String space, LocalDate day) {}

    private final BenchServer server;
    private final LocalDate day = LocalDate.now(BERLIN).plusDays(8);
    private final List<Evening> free = new ArrayList<>();
    private final AtomicInteger nextSpace = new AtomicInteger();
    private final AtomicInteger nextPerson = new AtomicInteger(1);
    private int spaces;

    LoadBench(BenchServer server) {
        this.server = server;
    }

    /** What can be measured by itself. */
    enum Part {
        SEARCHES,
        SPACE,
        BOOKINGS,
        RIVALS
    }

    static void run(Part... parts) throws Exception {
        try (BenchServer server = BenchServer.start()) {
            LoadBench bench = new LoadBench(server);
            bench.fillCity();
            bench.listFreeSpaces();
            System.out.printf("%d spaces; each line %d seconds after as long a warm-up%n", bench.spaces, SECONDS);
            System.out.println("The least is what any request costs (`/health/live`), or any commit (a bare insert).");
            System.out.println(
                    "| What | per second | median ms | p95 ms | p99 ms | server CPU ms each | load average |");
            System.out.println("|---|---|---|---|---|---|---|");
            for (Part part : parts) {
                switch (part) {
                    case SEARCHES -> bench.searches();
                    case SPACE -> bench.space();
                    case BOOKINGS -> bench.bookings();
                    case RIVALS -> bench.rivals();
                    default -> throw new IllegalArgumentException(part.toString());
                }
            }
        }
    }

    void fillCity() throws Exception {
        try (Connection connection = new Connection(server.port())) {
            int present = total(connection);
            byte[] file = GeneratedHouses.geoJson((SPACES - present) * 10 / 33).getBytes(StandardCharsets.UTF_8);
            long begun = System.nanoTime();
            Answer answer =
                    connection.post("/api/v1/imports?source=bench", BenchServer.token(0), "application/geo+json", file);
            String id = expect(answer, 202).get("id").getAsString();
            String status = "RUNNING";
            while (status.equals("RUNNING")) {
                Thread.sleep(500);
                status = expect(connection.get("/api/v1/imports/" + id, BenchServer.token(0)), 200)
                        .get("status")
                        .getAsString();
            }
            spaces = total(connection);
            System.out.printf(
                    Locale.ROOT,
                    "Import of %d spaces: %s after %.1f s%n",
                    spaces - present,
                    status,
                    (System.nanoTime() - begun) / 1e9);
        }
    }

    /** A space that is free in the evening that is measured, and that evening. */
    String someSpace() {
        return free.stream().filter(each -> each.day.equals(day)).findFirst().orElseThrow().space;
    }

    LocalDate day() {
        return day;
    }

    private static int total(Connection connection) throws Exception {
        return expect(connection.get("/api/v1/spaces?size=1"), 200).get("total").getAsInt();
    }

    /**
     * Those in made-up houses, which open on a full hour, so that a booking may begin at 18:00; on all days that can be
     * booked from the one on that is measured.
     */
    void listFreeSpaces() throws Exception {
        try (Connection connection = new Connection(server.port())) {
            for (int ahead = 0; ahead < DAYS; ahead++) {
                listFree(connection, day.plusDays(ahead));
            }
        }
        Collections.shuffle(free, new java.util.Random(1));
    }

    private void listFree(Connection connection, LocalDate on) throws Exception {
        for (int page = 0; ; page++) {
            JsonArray items = expect(
                            connection.get("/api/v1/availability?date=" + on
                                    + "&from=18:00&to=21:00&people=2&q=House&size=200&page=" + page),
                            200)
                    .getAsJsonArray("items");
            if (items.isEmpty()) {
                return;
            }
            for (JsonElement item : items) {
                JsonObject space = item.getAsJsonObject().getAsJsonObject("space");
                if (GeneratedHouses.isOne(
                        space.getAsJsonObject("venue").get("name").getAsString())) {
                    free.add(new Evening(space.get("id").getAsString(), on));
                }
            }
        }
    }

    private void searches() throws Exception {
        String evening = "/api/v1/availability?date=" + day + "&from=18:30&to=21:00&people=6&near=52.52,13.405";
        for (int clients : new int[] {1, 8}) {
            Figures health = gets("/health/live", clients);
            Figures search = gets(evening, clients);
            print("`GET /health/live`", clients, health, health);
            print("`GET /availability`, one evening, whole city", clients, search, health);
            print("the same within 2 km", clients, gets(evening + "&radius=2000", clients), health);
        }
    }

    /** The free times of one space that somebody has booked, next to an answer that is always the same. */
    private void space() throws Exception {
        Evening booked = free.get(nextSpace.get() % free.size());
        try (Connection connection = new Connection(server.port())) {
            mustBe(book(connection, anotherPerson(), anotherSlot()), 201);
        }
        String address = "/api/v1/spaces/" + booked.space + "/availability?from=" + booked.day.minusDays(7) + "&to=";
        for (int clients : new int[] {1, 8}) {
            Figures health = gets("/health/live", clients);
            print("`GET /health/live`", clients, health, health);
            for (int days : new int[] {7, 31}) {
                Figures asked = gets(address + booked.day.plusDays(days - 7), clients);
                print("`GET /spaces/{id}/availability`, " + days + " days", clients, asked, health);
                System.out.printf(
                        Locale.ROOT, "p95 is %.1f times that of the least%n", asked.millis(0.95) / health.millis(0.95));
            }
        }
    }

    Figures gets(String path, int clients) throws Exception {
        Crowd.measure(getting(path, clients), SECONDS);
        return Crowd.measure(getting(path, clients), SECONDS, server::used);
    }

    private List<Crowd.Client> getting(String path, int clients) {
        List<Crowd.Client> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Connection connection = new Connection(server.port());
            all.add(() -> mustBe(connection.get(path), 200));
        }
        return all;
    }

    /** Each booking another space and another person: nobody waits for anybody, but for the database's log. */
    private void bookings() throws Exception {
        Figures bare = BareInsert.measure(Databases.DERBY.fresh(), 1, SECONDS);
        print("bare `INSERT` and `COMMIT`, Derby", 1, bare, bare);
        for (int clients : new int[] {1, 8}) {
            warmUpBooking(clients, SECONDS);
            print("`POST /bookings`, distinct slots", clients, books(clients), bare);
        }
    }

    /**
     * A booking runs through so much code that the compiler of the server is long about it, and longer where the load leaves
     * it no processor: so it rests after each portion.
     */
    void warmUpBooking(int clients, int seconds) throws Exception {
        for (int portion = 0; portion < PORTIONS; portion++) {
            Crowd.measure(booking(clients), Math.max(1, seconds / PORTIONS));
            server.awaitRest();
        }
    }

    /** The server rests afterwards, so that news still to be delivered takes nothing from what is measured next. */
    Figures books(int clients) throws Exception {
        Figures figures = Crowd.measure(booking(clients), SECONDS, server::used);
        server.awaitRest();
        return figures;
    }

    private List<Crowd.Client> booking(int clients) {
        List<Crowd.Client> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Connection connection = new Connection(server.port());
            all.add(() -> mustBe(book(connection, anotherPerson(), anotherSlot()), 201));
        }
        return all;
    }

    /** 32 people want one slot at the same moment: one gets it, and the others are told so. */
    private void rivals() throws Exception {
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < RIVALS; i++) {
            connections.add(new Connection(server.port()));
        }
        int winners = 0;
        List<Long> losers = new ArrayList<>();
        Duration before = server.used();
        long begun = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            String slot = anotherSlot();
            CyclicBarrier start = new CyclicBarrier(RIVALS);
            List<Callable<Long>> attempts = new ArrayList<>();
            for (Connection connection : connections) {
                String person = anotherPerson();
                attempts.add(() -> {
                    start.await();
                    long sent = System.nanoTime();
                    Answer answer = book(connection, person, slot);
                    long took = System.nanoTime() - sent;
                    if (answer.status() != 201 && answer.status() != 409) {
                        throw new IllegalStateException(answer.toString());
                    }
                    return answer.status() == 201 ? -took : took;
                });
            }
            List<Long> took = Crowd.together(attempts);
            long won = took.stream().filter(nanos -> nanos < 0).count();
            if (won != 1) {
                throw new IllegalStateException(won + " winners in round " + round);
            }
            winners++;
            took.stream().filter(nanos -> nanos > 0).forEach(losers::add);
        }
        long nanos = System.nanoTime() - begun;
        Figures figures = Crowd.figures(losers, nanos, server.used().minus(before));
        System.out.println(figures.line(RIVALS + " rivals for one slot, the losers' answers"));
        System.out.printf(
                Locale.ROOT,
                "%d rounds, %d winners, never two, never none; %.1f rounds a second%n",
                ROUNDS,
                winners,
                ROUNDS / (nanos / 1e9));
    }

    private Answer book(Connection connection, String token, String wish) throws Exception {
        return connection.post("/api/v1/bookings", token, "application/json", wish.getBytes(StandardCharsets.UTF_8));
    }

    /** In turn, so that nobody comes to the limit of ten. */
    private String anotherPerson() {
        return BenchServer.token(1 + nextPerson.getAndIncrement() % (BenchServer.PEOPLE / 2));
    }

    /** Three slots of half an hour on each evening on which a space is free from 18:00 to 21:00. */
    private String anotherSlot() {
        int n = nextSpace.getAndIncrement();
        Evening evening = free.get(n % free.size());
        LocalTime start = LocalTime.of(18, 0).plusMinutes(60L * (n / free.size() % SLOTS));
        var from = evening.day.atTime(start).atZone(BERLIN).toOffsetDateTime();
        return "{\"spaceId\":\"%s\",\"start\":\"%s\",\"end\":\"%s\",\"people\":2,\"purpose\":\"STUDY\"}"
                .formatted(evening.space, from, from.plusMinutes(30));
    }

    private static void print(String what, int clients, Figures figures, Figures least) {
        String ratio = figures == least
                ? ""
                : String.format(Locale.ROOT, " (%.2f of the least)", figures.perSecond() / least.perSecond());
        System.out.println(figures.line(what + ", " + clients + (clients == 1 ? " client" : " clients") + ratio));
    }

    private static JsonObject expect(Answer answer, int status) {
        mustBe(answer, status);
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    private static void mustBe(Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException("Not " + status + ": " + answer);
        }
    }
}
