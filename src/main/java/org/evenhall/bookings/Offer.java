package org.evenhall.bookings;

import java.time.Instant;

/**
 * A start that the rules and the calendar allow, and the ends that go with it.
 *
 * @param shortestEnd the earliest end
 * @param longestEnd the latest end
 * @param stepMinutes ends lie so far apart, counted from {@code shortestEnd}
 */
public record Offer(Instant start, Instant shortestEnd, Instant longestEnd, int stepMinutes) {}
