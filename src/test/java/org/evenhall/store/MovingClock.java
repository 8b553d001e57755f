package org.evenhall.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that tests move. */
public final class MovingClock extends Clock {

    private volatile Instant instant;

    public MovingClock(Instant instant) {
        this.instant = instant;
    }

    public void pass(Duration time) {
        instant = instant.plus(time);
    }

    @Override
    public Instant instant() {
        return instant;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
