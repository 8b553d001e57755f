package org.evenhall.openings.store;

import java.util.List;

/** Rules that this transaction records; the book in memory takes them over once it has committed. */
public record RulesRecorded(List<StatedRule> rules) {}
