package org.evenhall.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.evenhall.server.RunningServer;

/** Rooms of the demo city that nobody has booked, a new one for each test. */
final class Rooms {

    private static final LocalDate TOMORROW =
            LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(1);
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Map<URI, List<JsonObject>> FREE = new HashMap<>();

    private Rooms() {}

    /** As of the first who asked: tests that run over midnight go on with the day for which they found rooms. */
    static LocalDate tomorrow() {
        return TOMORROW;
    }

    /** A space that is free tomorrow from 18:00 to 21:00 and opens on a full or half hour. */
    static synchronized JsonObject another(RunningServer server) {
        return FREE.computeIfAbsent(server.baseUri(), uri -> free(server)).get(NEXT.getAndIncrement());
    }

    private static List<JsonObject> free(RunningServer server) {
        return StreamSupport.stream(
                        Client.nobody(server)
                                .get("/availability?from=18:00&to=21:00&size=200&minCapacity=4&date=" + tomorrow())
                                .items()
                                .spliterator(),
                        false)
                .map(JsonElement::getAsJsonObject)
                .map(item -> item.getAsJsonObject("space"))
                .filter(Rooms::standsAlone)
                .toList();
    }

    /** Neither given out by places nor a part of the hall of the demo, which other tests may book as a whole. */
    private static boolean standsAlone(JsonObject space) {
        return space.get("sharing").getAsString().equals("WHOLE")
                && !space.get("name").getAsString().startsWith("Evening hall");
    }

    static String idOf(JsonObject space) {
        return space.get("id").getAsString();
    }

    /** Tomorrow at that time in Berlin, as ISO 8601. */
    static String at(String time) {
        return at(tomorrow(), time);
    }

    static String at(LocalDate day, String time) {
        return OffsetDateTime.of(
                        day,
                        java.time.LocalTime.parse(time),
                        day.atTime(java.time.LocalTime.parse(time))
                                .atZone(ZoneId.of("Europe/Berlin"))
                                .getOffset())
                .toString();
    }

    static String wish(String spaceId, String start, String end) {
        return """
                {"spaceId":"%s","start":"%s","end":"%s","people":2,"purpose":"STUDY"}""".formatted(spaceId, start, end);
    }
}
