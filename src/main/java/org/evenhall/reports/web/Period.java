package org.evenhall.reports.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.evenhall.platform.text.Formats;
import org.evenhall.reports.GroupBy;
import org.evenhall.reports.UtilisationQuery;

/**
 * What the page of figures is asked for, as it stands in its address: people name the last day, so {@code to} is in it.
 * What is missing or makes no sense is this week, by area.
 */
record Period(LocalDate from, LocalDate to, GroupBy groupBy) {

    static Period of(Map<String, String> asked, LocalDate today) {
        var week = thisWeek(today);
        LocalDate from = date(asked.get("from"), week.from());
        LocalDate to = date(asked.get("to"), asked.containsKey("from") ? from.plusDays(6) : week.to());
        boolean sensible = !to.isBefore(from) && to.isBefore(from.plusDays(UtilisationQuery.MOST_DAYS));
        return new Period(
                from,
                sensible ? to : from.plusDays(6),
                GroupBy.of(asked.getOrDefault("groupBy", "")).orElse(GroupBy.AREA));
    }

    static Period thisWeek(LocalDate today) {
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Period(monday, monday.plusDays(6), GroupBy.AREA);
    }

    static Period lastWeek(LocalDate today) {
        return thisWeek(today.minusWeeks(1));
    }

    static Period thisMonth(LocalDate today) {
        return new Period(today.withDayOfMonth(1), today.with(TemporalAdjusters.lastDayOfMonth()), GroupBy.AREA);
    }

    Period by(GroupBy other) {
        return new Period(from, to, other);
    }

    UtilisationQuery query() {
        return UtilisationQuery.ofAll(from, to.plusDays(1), groupBy);
    }

    public String getQuery() {
        return "?from=" + from + "&to=" + to + "&groupBy=" + groupBy.word();
    }

    private static LocalDate date(String text, LocalDate otherwise) {
        try {
            var date = text == null || text.isBlank() ? otherwise : LocalDate.parse(text);
            return Formats.isReckonable(date.getYear()) ? date : otherwise;
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
