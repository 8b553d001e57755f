package org.evenhall.kernel;

/**
 * Something that has happened to a thing of the field, told after the transaction to whoever asked for it. Events are
 * public records of ids, values and texts, because they are kept as JSON: what is told must not change with the thing.
 * The kind under which an event is kept is the simple name of its record, so that name stays once it is released.
 */
public interface DomainEvent {

    /** What it happened to, as in {@code booking:018f…}: events of one aggregate are told in order; at most 100 characters. */
    String aggregate();
}
