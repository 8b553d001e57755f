package org.evenhall.availability;

/** What a claim is held for: one claim per holder. */
public record Holder(Kind kind, String id) {

    /** Whatever takes a space. All but bookings end by themselves at a moment. */
    public enum Kind {
        BOOKING,
        HOLD,
        OFFER,
        PROPOSAL
    }

    public static Holder booking(String id) {
        return new Holder(Kind.BOOKING, id);
    }

    /** Somebody fills in the form. */
    public static Holder hold(String id) {
        return new Holder(Kind.HOLD, id);
    }

    /** The first who waits for a time decides about it. */
    public static Holder offer(String id) {
        return new Holder(Kind.OFFER, id);
    }

    /** Reserved instead of what a closure took; the id is that of the booking. */
    public static Holder proposal(String id) {
        return new Holder(Kind.PROPOSAL, id);
    }
}
