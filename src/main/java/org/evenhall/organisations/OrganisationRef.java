package org.evenhall.organisations;

/** An organisation as other things name it. */
public record OrganisationRef(String id, String name, OrganisationKind kind) {}
