package org.evenhall.organisations;

import java.util.List;

/** Universities and communities that open rooms together, with the hours that each has pledged a year. */
public record AllianceView(String id, String name, boolean demo, List<Member> members) {

    /** Either an organisation or a community (an area); the other id is null. */
    public record Member(String organisation, String area, String name, int pledgedHours) {}
}
