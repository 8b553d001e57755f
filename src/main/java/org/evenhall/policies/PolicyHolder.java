package org.evenhall.policies;

import org.evenhall.policies.PolicyView.StatedBy;

/** A thing that has a policy: the city, an organisation, or a space, be it part of another or not. */
public record PolicyHolder(StatedBy kind, String id) {

    /** The city. */
    public static final PolicyHolder CITY = new PolicyHolder(StatedBy.CITY, "*");

    public static PolicyHolder organisation(String id) {
        return new PolicyHolder(StatedBy.ORGANISATION, id);
    }

    public static PolicyHolder space(String id) {
        return new PolicyHolder(StatedBy.SPACE, id);
    }
}
