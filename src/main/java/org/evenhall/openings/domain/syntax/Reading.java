package org.evenhall.openings.domain.syntax;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * One way to take the days: which are public holidays, and which weekday each counts as. Where the calendar leaves it
 * open there are several readings, and the hours are evaluated under each.
 */
public interface Reading {

    boolean publicHoliday(LocalDate day);

    /** The weekday whose rules hold; not the calendar's only on a weekend day that is worked. */
    DayOfWeek weekday(LocalDate day);
}
