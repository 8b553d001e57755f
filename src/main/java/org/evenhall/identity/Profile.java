package org.evenhall.identity;

import java.time.LocalDate;
import java.util.Set;

/**
 * What an owner's rules may ask of a person.
 *
 * @param verified whether somebody has checked that the name is right
 * @param birthDate null where it is not known
 * @param areaId where the person lives, null where it is not known
 * @param organisations ids of those that the person is a member of
 */
public record Profile(boolean verified, LocalDate birthDate, String areaId, Set<String> organisations) {

    public static final Profile UNKNOWN = new Profile(false, null, null, Set.of());

    public Profile {
        organisations = Set.copyOf(organisations);
    }
}
