package org.evenhall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.evenhall.proof.Size;
import org.evenhall.server.RunningServer;
import org.evenhall.server.ServersOfItsOwn;
import org.evenhall.store.Databases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The server is killed while people book. What it had said yes to is there when it comes back, nothing is there twice, and
 * whoever lost the answer gets it by asking again with the same key.
 */
@ServersOfItsOwn
class KilledServerIT {

    private static final int KILLS = Size.rounds(1, 10);
    private static final int SECONDS_FOR_THE_FIRST = 20;
    private static final int MILLIS_OF_BOOKING = 1500;

    private static Future<RunningServer> embedded;
    private static Future<RunningServer> onPostgresql;

    /** Side by side, since each takes most of a minute. */
    @BeforeAll
    static void start() {
        embedded = CompletableFuture.supplyAsync(() -> RunningServer.apart("killed"));
        onPostgresql = CompletableFuture.supplyAsync(() -> RunningServer.on(Databases.freshUrl(), "killed-postgresql"));
    }

    @Test
    void whatWasPromisedIsKeptAndNothingIsThereTwice() throws Exception {
        whatWasPromisedIsKept(embedded.get());
    }

    @Test
    void soItIsOnPostgresql() throws Exception {
        whatWasPromisedIsKept(onPostgresql.get());
    }

    private static void whatWasPromisedIsKept(RunningServer first) throws Exception {
        RunningServer server = first;
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                Booked booked = bookUntilKilled(server);
                server = server.again();
                Client resident = Client.anew(server, "resident");
                assertThat(kept(resident).keySet())
                        .containsAll(booked.promised().values());
                for (var lost : booked.lost().entrySet()) {
                    Set<String> before = kept(resident).keySet();
                    var answer = resident.with("Idempotency-Key", lost.getKey()).post("/bookings", lost.getValue());
                    assertThat(answer.status()).as(answer.body()).isIn(201, 422);
                    if (answer.status() == 201) {
                        String id = answer.json().get("id").getAsString();
                        assertThat(kept(resident)).containsKey(id);
                        assertThat(kept(resident)).hasSize(before.contains(id) ? before.size() : before.size() + 1);
                    }
                }
                assertThat(Client.anew(server, "admin")
                                .post("/audits/calendar", "")
                                .json()
                                .getAsJsonArray("differences"))
                        .isEmpty();
                for (String id : kept(resident).keySet()) {
                    assertThat(resident.post("/bookings/" + id + "/cancellation", "{}")
                                    .status())
                            .isEqualTo(200);
                }
            }
        } finally {
            server.stop();
        }
    }

    /** By key: the bookings that were promised, and the wishes whose answer got lost. */
    private record Booked(Map<String, String> promised, Map<String, String> lost) {}

    /** Books in four threads until the server is gone. */
    private static Booked bookUntilKilled(RunningServer server) throws Exception {
        Client resident = Client.anew(server, "resident");
        List<String> rooms = StreamSupport.stream(
                        Client.nobody(server)
                                .get("/availability?from=18:00&to=21:00&size=200&date=" + Rooms.tomorrow())
                                .items()
                                .spliterator(),
                        false)
                .map(JsonElement::getAsJsonObject)
                .map(item -> Rooms.idOf(item.getAsJsonObject("space")))
                .toList();
        var booked = new Booked(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        var people = Executors.newFixedThreadPool(4);
        List<Future<?>> working = new ArrayList<>();
        for (int person = 0; person < 4; person++) {
            int first = person;
            working.add(people.submit(() -> {
                for (int i = first; i < rooms.size(); i += 4) {
                    String key = UUID.randomUUID().toString();
                    String wish = Rooms.wish(rooms.get(i), Rooms.at("18:00"), Rooms.at("19:00"));
                    booked.lost().put(key, wish);
                    try {
                        var answer = resident.with("Idempotency-Key", key).post("/bookings", wish);
                        booked.lost().remove(key);
                        if (answer.status() == 201) {
                            String id = answer.json().get("id").getAsString();
                            if (i % 8 < 2) {
                                booked.promised().put(key, id);
                            } else {
                                resident.post("/bookings/" + id + "/cancellation", "{}");
                            }
                        }
                    } catch (UncheckedIOException e) {
                        return; // the server is gone, and with it the answer
                    }
                }
            }));
        }
        for (int waited = 0; booked.promised().isEmpty() && waited < SECONDS_FOR_THE_FIRST * 10; waited++) {
            Thread.sleep(100);
        }
        Thread.sleep(MILLIS_OF_BOOKING);
        server.kill();
        for (Future<?> work : working) {
            work.get();
        }
        people.shutdown();
        assertThat(booked.promised()).isNotEmpty();
        return booked;
    }

    private static Map<String, JsonObject> kept(Client resident) {
        Map<String, JsonObject> kept = new HashMap<>();
        for (JsonElement booking :
                resident.get("/bookings?mine=true&status=CONFIRMED&size=200").items()) {
            kept.put(booking.getAsJsonObject().get("id").getAsString(), booking.getAsJsonObject());
        }
        return kept;
    }
}
