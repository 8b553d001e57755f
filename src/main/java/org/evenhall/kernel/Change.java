package org.evenhall.kernel;

/** What became of a thing that was stated again: the answer of a door that takes the same statement twice. */
public record Change(String id, Kind kind) {

    /** Created, updated, or found just as it was stated. */
    public enum Kind {
        CREATED,
        UPDATED,
        UNCHANGED
    }
}
