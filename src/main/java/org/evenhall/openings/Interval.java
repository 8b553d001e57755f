package org.evenhall.openings;

import java.time.Instant;

/** A stretch of time, half-open, in which the place is open, or in which nobody can say ({@code unknown}). */
public record Interval(Instant start, Instant end, boolean unknown) {}
