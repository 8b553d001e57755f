package org.evenhall.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that tests move, in UTC; it moves in all other zones too. */
public final class MovingClock extends Clock {

    private final AtomicReference<Instant> present;
    private final ZoneId zone;

    public MovingClock(Instant instant) {
        this(new AtomicReference<>(instant), ZoneOffset.UTC);
    }

    private MovingClock(AtomicReference<Instant> present, ZoneId zone) {
        this.present = present;
        this.zone = zone;
    }

    public void pass(Duration time) {
        present.updateAndGet(instant -> instant.plus(time));
    }

    @Override
    public Instant instant() {
        return present.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovingClock(present, other);
    }
}
