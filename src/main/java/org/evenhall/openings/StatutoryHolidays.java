package org.evenhall.openings;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Holidays that follow from a law, by Jollyday. It finds its parts by the context class loader of the thread, which on
 * a pool's thread need not be the application's; so each call lends it the one that loaded this class.
 */
final class StatutoryHolidays implements HolidayCalendar {

    private static final int MOST_YEARS_KEPT = 150;

    private final HolidayManager manager;
    private final String region;
    private final Map<Integer, Map<LocalDate, DayKind>> years = new ConcurrentHashMap<>();

    private StatutoryHolidays(HolidayManager manager, String region) {
        this.manager = manager;
        this.region = region;
    }

    /** @param region empty for the whole country; nothing is found where the country has no such region */
    static Optional<HolidayCalendar> of(String country, String region) {
        return lending(() -> {
            if (!HolidayManager.getSupportedCalendarCodes().contains(country.toUpperCase(Locale.ROOT))) {
                return Optional.empty();
            }
            var manager = HolidayManager.getInstance(ManagerParameters.create(country));
            var regions = manager.getCalendarHierarchy().getChildren();
            return region.isEmpty() || regions.containsKey(region)
                    ? Optional.of(new StatutoryHolidays(manager, region))
                    : Optional.empty();
        });
    }

    @Override
    public DayKind on(LocalDate day) {
        if (years.size() > MOST_YEARS_KEPT) {
            years.clear();
        }
        return years.computeIfAbsent(day.getYear(), year -> lending(() -> holidays(Year.of(year))))
                .getOrDefault(day, DayKind.ORDINARY);
    }

    private Map<LocalDate, DayKind> holidays(Year year) {
        var kinds = new HashMap<LocalDate, DayKind>();
        if (region.isEmpty()) {
            for (CalendarHierarchy some :
                    manager.getCalendarHierarchy().getChildren().values()) {
                for (Holiday holiday : manager.getHolidays(year, HolidayType.PUBLIC_HOLIDAY, some.getId())) {
                    kinds.put(holiday.getDate(), DayKind.UNKNOWN);
                }
            }
        }
        var path = region.isEmpty() ? new String[0] : new String[] {region};
        for (Holiday holiday : manager.getHolidays(year, HolidayType.PUBLIC_HOLIDAY, path)) {
            kinds.put(holiday.getDate(), DayKind.PUBLIC_HOLIDAY);
        }
        return kinds;
    }

    private static <T> T lending(Supplier<T> call) {
        var thread = Thread.currentThread();
        var own = thread.getContextClassLoader();
        thread.setContextClassLoader(StatutoryHolidays.class.getClassLoader());
        try {
            return call.get();
        } finally {
            thread.setContextClassLoader(own);
        }
    }
}
