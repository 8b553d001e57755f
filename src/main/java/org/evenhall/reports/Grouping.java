package org.evenhall.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.evenhall.kernel.Named;
import org.evenhall.organisations.AllianceView;
import org.evenhall.platform.text.Messages;
import org.evenhall.reports.domain.Group;
import org.evenhall.reports.domain.Scope;
import org.evenhall.spaces.Listed;

/**
 * Which rows a space counts in, and how they are labelled. What belongs to no area, or to no alliance, gets a row with
 * the key {@code none}, so that the rows leave nothing out.
 */
final class Grouping {

    private static final String NONE = "none";

    private final GroupBy by;
    private final Locale locale;
    private final List<AllianceView> alliances;

    /** @param alliances with labels in the locale; needed only where alliances are the rows */
    Grouping(GroupBy by, Locale locale, List<AllianceView> alliances) {
        this.by = by;
        this.locale = locale;
        this.alliances = alliances;
    }

    /** A stretch of local days, {@code [from, to)}. */
    record Period(LocalDate from, LocalDate to) {}

    /** The period as it is counted: by months or weeks where these are the rows, else in one. */
    List<Period> periods(LocalDate from, LocalDate to) {
        List<Period> periods = new ArrayList<>();
        for (LocalDate start = from; start.isBefore(to); ) {
            LocalDate next = by.isOfTime() ? startOfNext(start) : to;
            LocalDate end = next.isBefore(to) ? next : to;
            periods.add(new Period(start, end));
            start = end;
        }
        return periods;
    }

    List<Group> of(Listed space, Period period) {
        return switch (by) {
            case ORGANISATION ->
                List.of(group(space.organisation().id(), space.organisation().name()));
            case ORGANISATION_KIND -> List.of(group(space.organisation().kind()));
            case AREA ->
                space.areas().isEmpty()
                        ? List.of(none("report.no-area"))
                        : List.of(group(
                                space.areas().get(0).id(), space.areas().get(0).name()));
            case ALLIANCE -> alliancesOf(space);
            case SPACE ->
                List.of(new Group(
                        space.id(),
                        space.venue().name().in(locale) + ": " + space.name().in(locale)));
            case SPACE_KIND -> List.of(group(space.kind()));
            case MONTH -> List.of(month(period.from()));
            case WEEK -> List.of(week(period.from()));
        };
    }

    Comparator<Group> order() {
        return by.isOfTime()
                ? Comparator.comparing(Group::key)
                : Comparator.comparing(Group::label).thenComparing(Group::key);
    }

    private LocalDate startOfNext(LocalDate day) {
        return by == GroupBy.MONTH
                ? day.withDayOfMonth(1).plusMonths(1)
                : day.minusDays(day.getDayOfWeek().getValue() - 1L).plusWeeks(1);
    }

    private List<Group> alliancesOf(Listed space) {
        List<Group> groups = alliances.stream()
                .filter(alliance -> Scope.opensFor(alliance, space))
                .map(alliance -> new Group(alliance.id(), alliance.name()))
                .toList();
        return groups.isEmpty() ? List.of(none("report.no-alliance")) : groups;
    }

    private Group group(String id, Named name) {
        return new Group(id, name.in(locale));
    }

    private Group group(Enum<?> kind) {
        return new Group(kind.name(), Messages.label(locale, kind));
    }

    private Group none(String key) {
        return new Group(NONE, Messages.text(locale, key));
    }

    /** {@code 2026-11}. */
    private Group month(LocalDate day) {
        String pattern = Messages.text(locale, "report.month");
        return new Group(
                YearMonth.from(day).toString(),
                DateTimeFormatter.ofPattern(pattern, locale).format(day));
    }

    /** {@code 2026-W48}, as ISO 8601 counts weeks: the year is that of its Thursday. */
    private Group week(LocalDate day) {
        int year = day.get(IsoFields.WEEK_BASED_YEAR);
        int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return new Group(
                String.format(Locale.ROOT, "%d-W%02d", year, week),
                Messages.text(locale, "report.week", String.valueOf(year), week));
    }
}
