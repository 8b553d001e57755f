package org.evenhall.kernel;

import java.util.Set;

/**
 * The versions on which somebody who changes a thing may have based the change. Whoever has read an older state is
 * refused, so that nobody undoes what they have never seen.
 *
 * @param versions those that are expected; null where any will do
 */
public record Expected(Set<Long> versions) {

    public static final Expected ANY = new Expected(null);

    public Expected {
        versions = versions == null ? null : Set.copyOf(versions);
    }

    public static Expected version(long version) {
        return new Expected(Set.of(version));
    }

    /** Refused as stale where the present version is none of those. */
    public void mustBe(long present) {
        if (versions != null && !versions.contains(present)) {
            throw new Refused(Reason.STALE, "problem.stale.detail");
        }
    }
}
