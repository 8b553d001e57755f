package org.evenhall.availability.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The spaces of a site within the index, and as much of their sheets as is needed to work out what changes when one does:
 * none where a space is alone and keeps nothing free around its claims, for then a day follows from its own sheet.
 */
final class Site {

    final Parts parts;
    /** Where its spaces stand in the index, in the order of its parts. */
    final int[] ordinals;

    private final int firstDay;
    /** A sheet by day and space, or null where none are kept. */
    private final long[][] kept;

    Site(Parts parts, int[] ordinals, int firstDay, int days) {
        this.parts = parts;
        this.ordinals = ordinals;
        this.firstDay = firstDay;
        kept = parts.count() == 1 && parts.reach() == 0 ? null : new long[days * parts.count()][];
    }

    boolean keepsSheets() {
        return kept != null;
    }

    /** Whether anybody has anything that has a say in a day. */
    boolean isTouched(int day, IntFunction<PartsDay> days) {
        return touched(day).stream().anyMatch(each -> days.apply(each) != null);
    }

    /** Takes a sheet over; which days may have changed by it is told by {@link #touched}. */
    void keep(int i, DaySheet sheet) {
        if (kept != null) {
            kept[(sheet.day() - firstDay) * parts.count() + i] = KeptSheet.of(sheet);
        }
    }

    /** The days of the index that a sheet of a day has a say in. */
    List<Integer> touched(int day) {
        List<Integer> days = new ArrayList<>();
        for (int each = day - parts.reach(); each <= day + parts.reach(); each++) {
            days.add(each);
        }
        return days;
    }

    /** What is known of days, worked out once for all the spaces that ask. */
    IntFunction<PartsDay> days(DaySheet sheet) {
        if (kept == null) {
            return day -> sheet != null && sheet.day() == day ? PartsDay.of(parts, new DaySheet[] {sheet}) : null;
        }
        return new KnownDays(this::sheets);
    }

    private PartsDay sheets(int day) {
        int offset = (day - firstDay) * parts.count();
        if (offset < 0 || offset >= kept.length) {
            return null;
        }
        DaySheet[] sheets = new DaySheet[parts.count()];
        for (int i = 0; i < sheets.length; i++) {
            long[] sheet = kept[offset + i];
            sheets[i] =
                    sheet == null ? null : KeptSheet.read(sheet, parts.space(i).id(), day);
        }
        return PartsDay.of(parts, sheets);
    }
}
