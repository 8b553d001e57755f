package org.evenhall.bookings.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules of a space may ask of the person who books.
 *
 * @param birthDate null where it is not known; then no rule about age is kept
 * @param areas ids of the area where the person lives and of those above it; empty where it is not known
 * @param organisations ids of those that the person is a member of
 * @param pausedUntil until when the person may not book by themselves, null where nothing is in the way
 */
public record Booker(
        String id,
        boolean verified,
        LocalDate birthDate,
        Set<String> areas,
        Set<String> organisations,
        Instant pausedUntil) {

    public Booker {
        areas = Set.copyOf(areas);
        organisations = Set.copyOf(organisations);
    }

    /** In full years; empty where the day of birth is not known. */
    public Optional<Integer> ageOn(LocalDate day) {
        return Optional.ofNullable(birthDate)
                .map(birth -> Period.between(birth, day).getYears());
    }
}
