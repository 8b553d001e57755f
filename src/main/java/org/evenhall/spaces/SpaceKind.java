package org.evenhall.spaces;

/** Kinds of spaces. The message key of a kind is {@code spaceKind.<NAME>}. */
public enum SpaceKind {
    STUDY_ROOM,
    CLASSROOM,
    LABORATORY,
    COMPUTER_ROOM,
    LIBRARY_HALL,
    EXHIBITION_HALL,
    SPORTS_HALL,
    MEETING_ROOM,
    AUDITORIUM,
    WORKSHOP,
    SEAT
}
