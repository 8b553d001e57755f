package org.evenhall.policies;

import org.evenhall.policies.PolicyView.StatedBy;

/**
 * What one level states, and what holds there altogether. {@code stated} can be sent back as it is, or changed.
 *
 * @param level a space that lies within another is a part
 * @param holderId id of the organisation or the space, {@code *} for the city
 * @param version how often it was stated, which is its {@code ETag}; 0 where it never was
 */
public record StatedPolicy(StatedBy level, String holderId, long version, StatePolicy stated, PolicyView inForce) {}
