package org.evenhall.exchange.osm;

import org.evenhall.exchange.domain.Text;
import org.evenhall.organisations.DefineOrganisation;
import org.evenhall.spaces.DefineVenue;

/**
 * A feature understood: the organisation, its venue with the rooms in it, and their hours.
 *
 * @param id of the feature in its file
 * @param venue still without its organisation's id and its lineage
 */
public record House(String id, DefineOrganisation organisation, DefineVenue venue, String hours) {

    /** @param venue still without the hash of its content, which is made here of all that is stated together */
    static House of(String id, DefineOrganisation organisation, DefineVenue venue, String hours) {
        String hash = Text.hash(organisation + "\n" + venue + "\n" + hours);
        return new House(id, organisation, venue.hashed(hash), hours);
    }

    public String externalId() {
        return venue.externalId();
    }

    /** Rows that it takes in the database, at most: its own two, and a space, a site and hours for each room. */
    public int rows() {
        return 2 + 3 * venue.spaces().size();
    }
}
