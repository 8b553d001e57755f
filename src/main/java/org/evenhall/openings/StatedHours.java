package org.evenhall.openings;

import java.util.List;

/**
 * Opening hours as somebody stated them.
 *
 * @param hours OpenStreetMap {@code opening_hours} syntax, or whatever was given instead
 * @param readable whether the text can be evaluated; if not, the space is not bookable
 * @param problem what cannot be read, null where all can
 */
public record StatedHours(String hours, boolean readable, Problem problem) {

    /** The part that cannot be read and why, as a message key ({@code hours.unsupported.*}) with its arguments. */
    public record Problem(String key, List<Object> args) {}
}
