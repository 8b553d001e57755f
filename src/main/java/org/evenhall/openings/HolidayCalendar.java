package org.evenhall.openings;

import java.time.LocalDate;

/** The public holidays of one place. */
@FunctionalInterface
public interface HolidayCalendar {

    /** For places whose holidays nobody has told us: hours that depend on {@code PH} become unknown, others do not. */
    HolidayCalendar NOT_KNOWN = day -> DayKind.UNKNOWN;

    DayKind on(LocalDate day);
}
