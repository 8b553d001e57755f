package org.evenhall.policies;

import org.evenhall.policies.PolicyView.StatedBy;

/** A level has restated its policy. Observe it after the commit; {@code Policies.of} then says what holds. */
public record PolicyChanged(StatedBy level, String holderId) {}
