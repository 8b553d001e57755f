package org.evenhall.groups;

import java.util.List;

/**
 * A group as it should be, with all of its members.
 *
 * @param organisation id of the organisation that keeps it; it stays with it, so that a change may leave it out
 * @param name 1 to 120 characters
 * @param members user names, at most 500; a list that is left out is empty
 */
public record StateGroup(String organisation, String name, List<String> members) {}
