package org.evenhall.organisations;

import java.util.List;
import org.evenhall.kernel.Named;

/**
 * An alliance as it is stated, with all of its members.
 *
 * @param externalId the same in every statement of the same alliance
 * @param demo whether it was made up for the demo city
 */
public record DefineAlliance(String externalId, Named name, boolean demo, List<Member> members) {

    /** Either an organisation or an area, by id; the other is null. Hours are pledged per year. */
    public record Member(String organisationId, String areaId, int pledgedHours) {

        public Member {
            if ((organisationId == null) == (areaId == null)) {
                throw new IllegalArgumentException("A member is an organisation or an area.");
            }
        }
    }

    public DefineAlliance {
        members = List.copyOf(members);
    }
}
