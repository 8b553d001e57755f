package org.evenhall.availability.store;

import java.util.List;
import org.evenhall.availability.domain.DaySheet;

/** Sheets as this transaction leaves them; the index of this node takes them over once it has committed. */
public record SheetsWritten(List<DaySheet> sheets) {}
