package org.evenhall.bookings.domain.series;

/** The parts of a rule that are lists of numbers. Where they may be negative they count from the end. */
public enum NumberPart {
    BYMONTH(1, 12),
    BYWEEKNO(-53, 53),
    BYYEARDAY(-366, 366),
    BYMONTHDAY(-31, 31),
    BYHOUR(0, 23),
    BYMINUTE(0, 59),
    BYSETPOS(-366, 366);

    private final int least;
    private final int most;

    NumberPart(int least, int most) {
        this.least = least;
        this.most = most;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    /** Nothing is the zeroth from either end. */
    boolean takes(int number) {
        return number >= least && number <= most && (number != 0 || least == 0);
    }
}
