package org.evenhall.portal.web;

import java.time.LocalDate;
import java.util.List;

/**
 * A day in a space's week.
 *
 * @param name "today", "Wed 25 Nov"
 * @param closed why nothing is open, in words; null where something is
 * @param taken taken times in words, empty where none are
 */
public record WeekDay(LocalDate date, String name, EveningBar bar, List<FreeTime> free, String taken, String closed) {

    /**
     * A free stretch.
     *
     * @param bookAddress where it can be booked; null where the rules allow no booking in it
     * @param places how many places are free all the time, in words; null for a space that is given out as a whole
     */
    public record FreeTime(String times, String bookAddress, String places) {}
}
