package org.evenhall.openings.store;

import java.time.Instant;
import java.time.LocalDate;

/** Hours as stated for a space: the text, the day from which it holds, and when that was recorded. */
public record StatedRule(String spaceId, String hours, boolean readable, LocalDate validFrom, Instant recordedAt) {}
