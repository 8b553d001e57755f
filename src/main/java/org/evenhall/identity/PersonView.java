package org.evenhall.identity;

/** A person as those see them who may. */
public record PersonView(String id, String username, String name) {}
