package org.evenhall.availability;

import java.util.Set;

/**
 * What is kept free around the uses of these spaces has changed, and free times with it. Whoever implements
 * {@link Margins} fires it; the index of this node is worked out anew after the commit.
 */
public record MarginsChanged(Set<String> spaceIds) {}
