package org.evenhall.openings;

import java.util.Set;

/** Opening hours of these spaces changed; the door already shows it. Fired after the commit; imports tell of more. */
public record HoursChanged(Set<String> spaceIds) {

    public HoursChanged {
        spaceIds = Set.copyOf(spaceIds);
    }
}
