package org.evenhall.bookings.domain.series;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The examples of RFC 5545, section 3.8.5.3. */
final class RfcExamples {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    record Example(String title, LocalDateTime start, String rrule, List<LocalDateTime> dates) {

        @Override
        public String toString() {
            return title + " " + rrule;
        }
    }

    private RfcExamples() {}

    static List<Example> all() throws IOException {
        try (var file = Objects.requireNonNull(
                        RfcExamples.class.getResourceAsStream("/recurrence/rfc5545-examples.json"));
                var json = Json.createReader(file)) {
            return json.readObject().getJsonArray("vectors").getValuesAs(JsonObject.class).stream()
                    .map(RfcExamples::example)
                    .toList();
        }
    }

    /** Those that the product takes: what comes round within a day is no series. */
    static List<Example> daily() throws IOException {
        return all().stream().filter(example -> !isWithinADay(example)).toList();
    }

    static List<Example> withinADay() throws IOException {
        return all().stream().filter(RfcExamples::isWithinADay).toList();
    }

    private static boolean isWithinADay(Example example) {
        return Stream.of("HOURLY", "MINUTELY").anyMatch(example.rrule()::contains);
    }

    private static Example example(JsonObject vector) {
        String[] lines = vector.getString("ical").split("\n");
        return new Example(
                vector.getString("title"),
                LocalDateTime.parse(lines[0].replace("DTSTART:", ""), WRITTEN),
                lines[1].replace("RRULE:", ""),
                vector.getJsonArray("expected").getValuesAs(JsonString.class).stream()
                        .map(date -> LocalDateTime.parse(date.getString(), WRITTEN))
                        .toList());
    }
}
