package org.evenhall.kernel;

import java.util.Set;

/**
 * The versions on which somebody who changes a thing may have based the change. Whoever has read an older state is
 * refused, so that nobody undoes what they have never seen.
 *
 * @param versions those that are expected; null where any will do
 * @param named whether anything was said at all. It is asked for only where the rest of the wish may be done: whoever may
 *     not change a thing hears that first (RFC 9110, section 13.2.1)
 */
public record Expected(Set<Long> versions, boolean named) {

    public static final Expected ANY = new Expected(null, true);

    /** Nothing was said. */
    public static final Expected UNNAMED = new Expected(Set.of(), false);

    public Expected {
        versions = versions == null ? null : Set.copyOf(versions);
    }

    public static Expected version(long version) {
        return oneOf(Set.of(version));
    }

    /** Nothing passes where there is none among them. */
    public static Expected oneOf(Set<Long> versions) {
        return new Expected(versions, true);
    }

    /** For what changes nothing: any version will do where none was named. */
    public Expected orAny() {
        return named ? this : ANY;
    }

    /** Refused as stale where the present version is none of those, and where none was named. */
    public void mustBe(long present) {
        if (!named) {
            throw new Refused(Reason.PRECONDITION_REQUIRED, "problem.precondition-required.detail");
        }
        if (versions != null && !versions.contains(present)) {
            throw new Refused(Reason.STALE, "problem.stale.detail");
        }
    }
}
