package org.evenhall.policies;

/**
 * A thing has restated its policy, on this node or on another. Fired after the commit: {@code Policies.of} says what holds
 * now.
 *
 * @param holderId of a space or an organisation, or that of {@link PolicyHolder#CITY}
 */
public record PolicyChanged(String holderId) {}
