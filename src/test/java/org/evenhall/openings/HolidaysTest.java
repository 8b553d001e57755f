package org.evenhall.openings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {

    private final Holidays holidays = new Holidays();

    @ParameterizedTest(name = "{0} {1}: {2} is {3}")
    @CsvSource({
        "DE, BE,    2026-10-03, PUBLIC_HOLIDAY",
        "de, be,    2026-03-08, PUBLIC_HOLIDAY",
        "DE, DE-BE, 2026-03-08, PUBLIC_HOLIDAY",
        "DE, BE,    2018-03-08, ORDINARY",
        "DE, BW,    2026-03-08, ORDINARY",
        "DE, BW,    2026-01-06, PUBLIC_HOLIDAY",
        "DE, BE,    2026-01-06, ORDINARY",
        "DE, ,      2026-01-06, UNKNOWN",
        "DE, ,      2026-10-03, PUBLIC_HOLIDAY",
        "DE, ,      2026-10-02, ORDINARY",
        "CN, ,      2026-10-01, PUBLIC_HOLIDAY",
        "CN, 33,    2026-10-10, MAKE_UP_WORKING_DAY",
        "CN, ,      2026-10-17, ORDINARY",
        "CN, ,      2027-10-01, UNKNOWN",
        "CN, ,      2023-10-01, UNKNOWN",
        "DE, XX,    2026-10-03, UNKNOWN",
        "XX, ,      2026-10-03, UNKNOWN",
        ",   ,      2026-10-03, UNKNOWN",
    })
    void knowsWhatADayIs(String country, String region, LocalDate day, DayKind expected) {
        assertThat(holidays.in(country, region).on(day)).isEqualTo(expected);
    }

    @Test
    void worksOnAThreadThatKnowsNoApplication() throws InterruptedException {
        var found = new DayKind[1];
        var thread = new Thread(() -> found[0] = new Holidays().in("AT", null).on(LocalDate.of(2026, 10, 26)));
        thread.setContextClassLoader(null);

        thread.start();
        thread.join();

        assertThat(found[0]).isEqualTo(DayKind.PUBLIC_HOLIDAY);
    }

    @Test
    void saysWhichPlacesItKnows() {
        assertThat(holidays.knows("CN", null)).isTrue();
        assertThat(holidays.knows("DE", "be")).isTrue();
        assertThat(holidays.knows("DE", "../../etc")).isFalse();
        assertThat(holidays.knows("Deutschland", null)).isFalse();
    }
}
