package org.evenhall.identity;

/** What somebody is, on a thing: a right is a role on an organisation, an area, an alliance, or all of them. */
public enum Role {
    RESIDENT,
    DESK_CLERK,
    OWNER,
    COORDINATOR,
    ADMINISTRATOR
}
