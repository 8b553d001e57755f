package org.evenhall.kernel;

/** What a room is wanted for. The message key is {@code purpose.<NAME>}. */
public enum Purpose {
    STUDY,
    GROUP_WORK,
    MEETING,
    COURSE,
    CULTURE,
    SPORT,
    FAMILY,
    OTHER
}
