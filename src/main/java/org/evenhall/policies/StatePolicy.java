package org.evenhall.policies;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhall.kernel.Purpose;
import org.evenhall.policies.PolicyView.Allocation;
import org.evenhall.policies.PolicyView.Audience;
import org.evenhall.policies.PolicyView.Release;

/**
 * All that one level states; what is null is inherited. The values are those of {@link PolicyView}. A restriction that
 * is inherited is lifted by a value that restricts nothing: an empty list, an age of 0, a day in 1900.
 */
public record StatePolicy(
        @Schema(description = "First local day that can be booked")
        LocalDate reservableFrom,

        @Schema(description = "First local day that can no longer be booked")
        LocalDate reservableUntil,

        @Schema(description = "First local day on which the public sees the space")
        LocalDate visibleFrom,

        @Schema(description = "First local day on which the public no longer sees it")
        LocalDate visibleUntil,

        @Schema(description = "Starts are multiples of this, counted from opening; a multiple of five minutes")
        Duration startGrid,

        @Schema(description = "Shortest booking, a multiple of five minutes")
        Duration shortest,

        @Schema(description = "Longest booking, a multiple of five minutes, at most 31 days")
        Duration longest,

        @Schema(description = "How long before the start a booking must be made, at the latest")
        Duration noticeAtLeast,

        @Schema(description = "How long ahead a booking can be made, at the earliest")
        Duration noticeAtMost,

        @Schema(
                description =
                        "On this weekday of each week, from this time on, the days up to so many days ahead can be booked; replaces noticeAtMost, unless that is stated nearer")
        Release releases,

        @Schema(
                description =
                        "Kept free before a booking, a multiple of five minutes; the gap between two bookings is the buffer after the first plus that before the second")
        Duration bufferBefore,

        @Schema(description = "Kept free after a booking, a multiple of five minutes")
        Duration bufferAfter,

        @Schema(description = "The fewest people") Integer peopleFrom,

        @Schema(description = "The most people, where that is fewer than the space holds")
        Integer peopleTo,

        @Schema(description = "At most so many bookings or hours; all limits of all levels hold together")
        List<StateLimit> limits,

        @Schema(description = "Whether a person may have only one space at a time")
        Boolean noTwoPlaces,

        @Schema(description = "Who may book; whoever books has signed in")
        Audience audience,

        @Schema(
                description =
                        "Ids of areas: for residents of these and of those below them; an empty list restricts nothing")
        Set<String> areas,

        @Schema(description = "From this age on, in years on the day of the booking; 0 restricts nothing")
        Integer ageFrom,

        @Schema(description = "Up to this age, inclusive") Integer ageTo,

        @Schema(description = "Ids of organisations: for members of one of them; an empty list restricts nothing")
        Set<String> members,

        @Schema(description = "Whether the owner decides on each booking")
        Boolean approvalNeeded,

        @Schema(description = "How long before its start a request lapses that nobody has decided")
        Duration decisionBefore,

        @Schema(description = "The space opens on a day only if it has so many bookings; 0 for always")
        Integer minimumBookings,

        @Schema(description = "How long before opening it must have them")
        Duration minimumBy,

        @Schema(description = "How long before the start a booking can be given back, at the latest")
        Duration cancelBefore,

        @Schema(description = "Whether people check in") Boolean checkInNeeded,

        @Schema(description = "How long before the start check-in opens")
        Duration checkInOpens,

        @Schema(description = "How long after the start check-in closes and the space goes back to the public")
        Duration checkInCloses,

        @Schema(description = "Whether the code on the door is asked for")
        Boolean checkInCode,

        @Schema(description = "In the currency of the city, with at most two decimals")
        BigDecimal pricePerHour,

        @Schema(description = "Booked directly, by the rounds of a season, or both")
        Allocation allocation,

        @Schema(description = "What it may be booked for; at least one")
        Set<Purpose> purposes,

        @Schema(description = "So many no-shows pause a person")
        Integer noShowsToPause,

        @Schema(description = "within so many days") Integer noShowDays,

        @Schema(description = "for so many days; 0 never pauses anybody")
        Integer pauseDays,

        @Schema(description = "How long before the start people are reminded; at most five")
        List<Duration> reminders,

        @Schema(description = "How long a hold lasts") Duration holdFor,

        @Schema(description = "How long an offer from the waitlist stands")
        Duration offerFor,

        @Schema(description = "How long a substitute is kept for a booking that a closure displaced")
        Duration proposalFor) {}
