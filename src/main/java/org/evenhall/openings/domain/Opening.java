package org.evenhall.openings.domain;

import org.evenhall.kernel.WallClock;

/**
 * An interval that opens on a day, in minutes of wall-clock time since that day's midnight. It ends after 1440 where it
 * lasts past midnight, at 2880 at the latest: what opens on Friday night belongs to Friday, and so does what another
 * rule leaves of it on Saturday morning.
 *
 * @param unknown whether it is open cannot be said from the text and the calendar alone, as in "by appointment"
 * @param comment what the owner says to it, one of the message keys below where the remark is ours, or null
 */
public record Opening(int fromMinute, int toMinute, boolean unknown, String comment) {

    /** The day's hours are others on a public holiday, and whether it is one is not known. */
    public static final String HOLIDAYS_NOT_KNOWN = "hours.unknown.holidays";

    /** The day is a weekend day that is worked, and the hours of the working days differ. */
    public static final String MAKE_UP_DAY = "hours.unknown.make-up-day";

    static final int DAY = WallClock.MINUTES_A_DAY;

    public Opening {
        if (fromMinute < 0 || fromMinute >= 2 * DAY || toMinute <= fromMinute || toMinute > 2 * DAY) {
            throw new IllegalArgumentException("No opening of a day: " + fromMinute + " to " + toMinute);
        }
    }
}
