package org.evenhall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.evenhall.server.RunningServer;
import org.evenhall.server.ServersOfItsOwn;
import org.evenhall.store.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one PostgreSQL database. */
@ServersOfItsOwn
class TwoNodesIT extends Paths {

    private static List<RunningServer> nodes;

    TwoNodesIT() {
        super(nodes);
    }

    @BeforeAll
    static void start() {
        String database = Databases.freshUrl();
        nodes = List.of(RunningServer.on(database, "node-1"), RunningServer.on(database, "node-2"));
    }

    @AfterAll
    static void stop() {
        nodes.forEach(RunningServer::stop);
    }

    @Test
    void whatOneNodeBooksTheOtherSoonOffersNoMore() throws InterruptedException {
        String room = Rooms.idOf(Rooms.another(nodes.get(0)));
        String asked = "/availability?from=18:00&to=19:00&size=200&date=" + Rooms.tomorrow();
        Client resident = Client.of(nodes.get(0), "resident");
        assertThat(resident.at(nodes.get(1)).get(asked).body()).contains(room);
        var booked = resident.post("/bookings", Rooms.wish(room, Rooms.at("18:00"), Rooms.at("19:00")));
        assertThat(booked.status()).isEqualTo(201);
        soon(() -> !resident.at(nodes.get(1)).get(asked).body().contains(room));
        assertThat(resident.at(nodes.get(1))
                        .get("/bookings/" + Contest.id(booked))
                        .status())
                .isEqualTo(200);
        resident.post("/bookings/" + Contest.id(booked) + "/cancellation", "{}");
    }

    @Test
    void whatOneNodePublishesTheOtherSoonShows() throws InterruptedException {
        Client owner = Client.of(nodes.get(0), "owner");
        Client nobody = Client.nobody(nodes.get(1));
        String room = published(owner, "Told");
        soon(() -> nobody.get("/spaces/" + room).status() == 200);

        owner.with("If-Match", "*")
                .send(
                        "PUT",
                        "/spaces/" + room + "/opening-hours",
                        "application/json",
                        "{\"openingHours\":\"24/7\"}".getBytes(StandardCharsets.UTF_8));
        String asked = "/availability?from=18:00&to=19:00&q=Told&date=" + Rooms.tomorrow();
        soon(() -> nobody.get(asked).body().contains(room));
        soon(() -> owner.get(asked).body().contains(room)); // each node works free times out by itself
    }

    /** Nobody who has an answer from one node hears from another that there is no such room, or that it is shut. */
    @Test
    void whatOneNodeHasSaidTheOtherBooksByAtOnce() {
        Client owner = Client.of(nodes.get(0), "owner");
        Client elsewhere = Client.of(nodes.get(0), "resident").at(nodes.get(1));
        for (int round = 0; round < 5; round++) {
            String room = published(owner, "Asked for at once " + round);
            String wish = Rooms.wish(room, Rooms.at("03:00"), Rooms.at("04:00"));
            assertThat(elsewhere.post("/bookings", wish).status()).isEqualTo(422);
            Rules.openAlways(owner, room);
            var booked = elsewhere.post("/bookings", wish);
            assertThat(booked.status()).as(booked.body()).isEqualTo(201);
            elsewhere.post("/bookings/" + Contest.id(booked) + "/cancellation", "{}");
        }
    }

    /** Within a second where the machine is not busy; how long it takes is no matter of a test. */
    private static void soon(BooleanSupplier seen) throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!seen.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(patience);
            Thread.sleep(100);
        }
    }

    private static String published(Client owner, String name) {
        String house = owner.get("/spaces?q=Evening%20hall")
                .items()
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("venue")
                .get("id")
                .getAsString();
        var made = owner.post(
                "/spaces",
                "{\"venueId\":\"%s\",\"name\":\"%s\",\"kind\":\"CLASSROOM\",\"capacity\":5}".formatted(house, name));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return Contest.id(made);
    }
}
