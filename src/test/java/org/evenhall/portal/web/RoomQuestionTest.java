package org.evenhall.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Map;
import org.evenhall.spaces.Amenity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomQuestionTest {

    private static final LocalDateTime NOON = LocalDateTime.parse("2026-11-22T12:00");

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T08:00, 2026-11-22, 18:30, 20:30",
        "2026-11-22T18:30, 2026-11-22, 18:30, 20:30",
        "2026-11-22T18:31, 2026-11-22, 19:00, 21:00",
        "2026-11-22T21:00, 2026-11-22, 21:00, 23:00",
        "2026-11-22T21:01, 2026-11-23, 18:30, 20:30",
        "2026-12-31T23:59, 2027-01-01, 18:30, 20:30",
    })
    void nothingAskedIsTheEveningThatComesNext(LocalDateTime now, String day, String from, String to) {
        var evening = RoomQuestion.evening(now);
        assertThat(evening.day()).hasToString(day);
        assertThat(evening.getFromClock()).isEqualTo(from);
        assertThat(evening.getToClock()).isEqualTo(to);
    }

    @Test
    void anAddressLeadsBackToItsQuestion() {
        var asked = RoomQuestion.of(
                Map.of(
                        "near", new String[] {"Schöneberg & mehr"},
                        "at", new String[] {"52.51949,13.40111"},
                        "day", new String[] {"2026-11-24"},
                        "from", new String[] {"10:00"},
                        "to", new String[] {"24:00"},
                        "people", new String[] {"6"},
                        "need", new String[] {"QUIET", "STEP_FREE", "GOLD"},
                        "kind", new String[] {"CLASSROOM"},
                        "page", new String[] {"2"}),
                NOON);
        assertThat(asked.needs()).containsExactly(Amenity.QUIET);
        assertThat(asked.getAddress())
                .isEqualTo("/resident/rooms?near=Sch%C3%B6neberg+%26+mehr&at=52.519,13.401&day=2026-11-24&from=10:00"
                        + "&to=24:00&people=6&need=QUIET&need=STEP_FREE&kind=CLASSROOM&page=2");
    }

    @ParameterizedTest
    @CsvSource({
        "day, 2026-11-21",
        "day, 2027-06-01",
        "day, tomorrow",
        "from, 25:99",
        "people, 0",
        "people, 99999999999",
        "at, 91;181",
        "kind, PALACE",
        "page, -1",
    })
    void whatMakesNoSenseIsNotThere(String name, String value) {
        assertThat(RoomQuestion.of(Map.of(name, new String[] {value}), NOON)).isEqualTo(RoomQuestion.evening(NOON));
    }

    @Test
    void anEndBeforeTheStartIsTwoHoursAfterIt() {
        var asked = RoomQuestion.of(Map.of("from", new String[] {"20:00"}, "to", new String[] {"19:00"}), NOON);
        assertThat(asked.getToClock()).isEqualTo("22:00");
    }
}
