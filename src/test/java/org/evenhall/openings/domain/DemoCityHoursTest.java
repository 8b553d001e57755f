package org.evenhall.openings.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.evenhall.openings.HolidayCalendar;
import org.evenhall.openings.domain.syntax.UnsupportedHours;
import org.junit.jupiter.api.Test;

/** What the people of one city really wrote. */
class DemoCityHoursTest {

    private static final Pattern HOURS = Pattern.compile("\"opening_hours\": \"((?:[^\"\\\\]|\\\\.)*)\"");

    @Test
    void everyTextIsEvaluatedOrRefusedByName() throws IOException {
        var from = LocalDate.of(2026, 1, 1);
        var refused = new ArrayList<String>();

        for (String text : texts()) {
            try {
                OpeningHours.parse(text)
                        .expand(from, from.plusYears(1), ZoneId.of("Europe/Berlin"), HolidayCalendar.NOT_KNOWN);
            } catch (UnsupportedHours e) {
                assertThat(e.part()).as(text).isNotBlank();
                refused.add(e.part());
            }
        }

        assertThat(texts()).hasSizeGreaterThan(360);
        assertThat(refused)
                .containsExactlyInAnyOrder(
                        "sunset-01:00", "Feb 17-Apr 10, PH Mo-Fr 10:00-16:00", "Mar 01-Apr 13, PH Mo-Fr 10:00-19:00");
    }

    private static Set<String> texts() throws IOException {
        var texts = new TreeSet<String>();
        try (var in = DemoCityHoursTest.class.getResourceAsStream("/demo/berlin-venues.geojson")) {
            var found = HOURS.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (found.find()) {
                texts.add(found.group(1).replace("\\\"", "\""));
            }
        }
        return texts;
    }
}
