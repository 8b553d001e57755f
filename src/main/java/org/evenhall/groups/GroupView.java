package org.evenhall.groups;

import java.util.List;
import org.evenhall.identity.PersonView;

/**
 * A group as the organisation that keeps it sees it.
 *
 * @param organisation id of the organisation
 * @param version how often it was changed, which is its {@code ETag}
 * @param members by name
 */
public record GroupView(String id, String name, String organisation, long version, List<PersonView> members) {

    public GroupView {
        members = List.copyOf(members);
    }
}
