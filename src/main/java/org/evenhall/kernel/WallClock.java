package org.evenhall.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Wall-clock times of a local day as instants. */
public final class WallClock {

    public static final int MINUTES_A_DAY = 1440;

    private WallClock() {}

    /**
     * The instant of a minute of a day; 1440 and more lie past midnight, under the day they belong to. A time that a
     * change of the clocks skips moves forward by the gap; a repeated one is the first.
     */
    public static Instant at(LocalDate day, int minute, ZoneId zone) {
        var date = day.plusDays(Math.floorDiv(minute, MINUTES_A_DAY));
        var time = LocalTime.ofSecondOfDay(Math.floorMod(minute, MINUTES_A_DAY) * 60L);
        return at(date.atTime(time), zone);
    }

    /** The instant at which the clock on the wall shows that; skipped and repeated times as above. */
    public static Instant at(LocalDateTime shown, ZoneId zone) {
        return ZonedDateTime.ofLocal(shown, zone, null).toInstant();
    }
}
