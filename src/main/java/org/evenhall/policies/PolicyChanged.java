package org.evenhall.policies;

import org.evenhall.policies.PolicyView.StatedBy;

/** A level has restated its policy on this node. Fired after the commit: {@code Policies.of} says what holds now. */
public record PolicyChanged(StatedBy level, String holderId) {}
