package org.evenhall.policies;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhall.kernel.Purpose;
import org.evenhall.policies.PolicyView.Allocation;
import org.evenhall.policies.PolicyView.Audience;
import org.evenhall.policies.PolicyView.Release;

/**
 * All that one level states; what is null is inherited. The values are those of {@link PolicyView}. A restriction that
 * is inherited is lifted by a value that restricts nothing: an empty list, an age of 0, a day in 1900.
 */
public record StatePolicy(
        LocalDate reservableFrom,
        LocalDate reservableUntil,
        LocalDate visibleFrom,
        LocalDate visibleUntil,
        Duration startGrid,
        Duration shortest,
        Duration longest,
        Duration noticeAtLeast,
        Duration noticeAtMost,
        Release releases,
        Duration bufferBefore,
        Duration bufferAfter,
        Integer peopleFrom,
        Integer peopleTo,
        List<StateLimit> limits,
        Boolean noTwoPlaces,
        Audience audience,
        Set<String> areas,
        Integer ageFrom,
        Integer ageTo,
        Set<String> members,
        Boolean approvalNeeded,
        Duration decisionBefore,
        Integer minimumBookings,
        Duration minimumBy,
        Duration cancelBefore,
        Boolean checkInNeeded,
        Duration checkInOpens,
        Duration checkInCloses,
        Boolean checkInCode,
        BigDecimal pricePerHour,
        Allocation allocation,
        Set<Purpose> purposes,
        Integer noShowsToPause,
        Integer noShowDays,
        Integer pauseDays,
        List<Duration> reminders,
        Duration holdFor,
        Duration offerFor,
        Duration proposalFor) {}
