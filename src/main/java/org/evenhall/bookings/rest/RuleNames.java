package org.evenhall.bookings.rest;

/** The names by which refusals call the rules of a space; for the description of the interface. */
public final class RuleNames {

    /** As text, since annotations take no lists. */
    public static final String ALL =
            "five-minutes, reservable-from, reservable-until, opening-hours, closed, start-grid,"
                    + " shortest-duration, longest-duration, notice-at-least, notice-at-most, releases, decision-before, minimum-bookings, people,"
                    + " people-from, people-to, purposes, allocation, audience, areas, age-from, age-to, members, paused,"
                    + " no-two-places, and for limits [group-](open-bookings|hours-per-day|hours-per-week|hours-per-month)-in-"
                    + "(space|organisation|city)";

    private RuleNames() {}
}
