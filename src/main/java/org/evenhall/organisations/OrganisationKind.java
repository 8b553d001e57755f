package org.evenhall.organisations;

/** Kinds of houses that open rooms. The message key of a kind is {@code organisationKind.<NAME>}. */
public enum OrganisationKind {
    SCHOOL,
    UNIVERSITY,
    LIBRARY,
    MUSEUM,
    CULTURAL_CENTRE,
    SCIENCE_CENTRE,
    SPORTS_CENTRE,
    YOUTH_CENTRE,
    COMMUNITY_CENTRE,
    BOOKSTORE,
    ENTERPRISE,
    RESEARCH_INSTITUTE
}
