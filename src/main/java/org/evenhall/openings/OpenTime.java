package org.evenhall.openings;

/**
 * How long a space was open.
 *
 * @param seconds elapsed seconds in all
 * @param eveningSeconds those of them from 18:00 to 22:00 local time
 */
public record OpenTime(long seconds, long eveningSeconds) {

    public static final OpenTime NONE = new OpenTime(0, 0);

    public OpenTime plus(OpenTime other) {
        return new OpenTime(seconds + other.seconds, eveningSeconds + other.eveningSeconds);
    }
}
