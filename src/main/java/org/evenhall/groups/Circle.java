package org.evenhall.groups;

import java.util.Set;

/** A group with the ids of its members, for whoever counts what they do together. */
public record Circle(String id, String name, Set<String> members) {

    public Circle {
        members = Set.copyOf(members);
    }
}
