package org.evenhall.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SayTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Clock SUNDAY_AFTERNOON = Clock.fixed(Instant.parse("2026-11-22T13:00:00Z"), BERLIN);

    private final Say english = new Say(Locale.ENGLISH, SUNDAY_AFTERNOON);
    private final Say chinese = new Say(Locale.CHINESE, SUNDAY_AFTERNOON);

    @Test
    void tellsAnEveningAsPeopleDo() {
        var start = OffsetDateTime.parse("2026-11-22T18:30:00+01:00");
        assertThat(english.when(start, start.plusMinutes(150), BERLIN)).isEqualTo("today 18:30 to 21:00");
        assertThat(chinese.when(start, start.plusMinutes(150), BERLIN)).isEqualTo("今天 18:30–21:00");
    }

    @Test
    void tellsTomorrowAndLaterDays() {
        assertThat(english.day(LocalDate.parse("2026-11-23"), BERLIN)).isEqualTo("tomorrow");
        assertThat(english.day(LocalDate.parse("2026-11-25"), BERLIN)).isEqualTo("Wed 25 Nov");
        assertThat(english.day(LocalDate.parse("2027-01-04"), BERLIN)).isEqualTo("Mon 4 Jan 2027");
        assertThat(chinese.day(LocalDate.parse("2026-11-25"), BERLIN)).isEqualTo("11月25日 周三");
    }

    @Test
    void knowsTodayByTheVenuesClock() {
        var clock = Clock.fixed(Instant.parse("2026-11-22T23:30:00Z"), BERLIN);
        var say = new Say(Locale.ENGLISH, clock);
        assertThat(say.day(LocalDate.parse("2026-11-23"), BERLIN)).isEqualTo("today");
        assertThat(say.day(LocalDate.parse("2026-11-22"), ZoneId.of("UTC"))).isEqualTo("today");
    }

    @Test
    void endsADayAtTwentyFour() {
        var start = Instant.parse("2026-11-22T20:00:00Z");
        assertThat(english.times(start, Instant.parse("2026-11-22T23:00:00Z"), BERLIN))
                .isEqualTo("21:00 to 24:00");
        assertThat(english.times(start, Instant.parse("2026-11-23T00:30:00Z"), BERLIN))
                .isEqualTo("21:00 to 01:30");
    }

    @Test
    void tellsDistancesOnFootAsFarAsOneWalks() {
        assertThat(english.distance(453)).isEqualTo("6 min on foot (450 m)");
        assertThat(english.distance(0)).isEqualTo("1 min on foot (10 m)");
        assertThat(english.distance(3_449)).isEqualTo("3.4 km away");
        assertThat(english.distance(null)).isEmpty();
    }
}
