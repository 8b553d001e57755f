package org.evenhall.availability;

/** What a claim is held for: one claim per holder. */
public record Holder(Kind kind, String id) {

    /** Whatever takes a space. */
    public enum Kind {
        BOOKING
    }

    public static Holder booking(String id) {
        return new Holder(Kind.BOOKING, id);
    }
}
