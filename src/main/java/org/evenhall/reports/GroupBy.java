package org.evenhall.reports;

import java.util.Arrays;
import java.util.Optional;

/** What the rows of a report stand for. */
public enum GroupBy {
    ORGANISATION("organisation"),
    ORGANISATION_KIND("organisationKind"),
    AREA("area"),
    ALLIANCE("alliance"),
    SPACE("space"),
    SPACE_KIND("spaceKind"),
    MONTH("month"),
    WEEK("week");

    private final String word;

    GroupBy(String word) {
        this.word = word;
    }

    /** As requests and answers write it. */
    public String word() {
        return word;
    }

    /** Whether the rows are periods, which come in the order of time. */
    public boolean isOfTime() {
        return this == MONTH || this == WEEK;
    }

    /** The constant that requests write so. */
    public static Optional<GroupBy> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
