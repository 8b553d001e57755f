package org.evenhall.openings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Public holidays by country and region. China's are the State Council's notices, with the days that are worked in
 * exchange; all others come from Jollyday. A place that neither knows has a calendar too: it says "unknown" of every
 * day, and so do the hours that depend on it.
 */
@ApplicationScoped
public class Holidays {

    private final Map<String, Optional<HolidayCalendar>> calendars = new ConcurrentHashMap<>();

    /**
     * @param country ISO 3166-1 alpha-2, as in {@code DE}, or null
     * @param region the part behind the hyphen in ISO 3166-2, as in {@code BE} for Berlin, or null; without it a day
     *     that is a holiday in some regions only is unknown
     */
    public HolidayCalendar in(String country, String region) {
        return known(country, region).orElse(HolidayCalendar.NOT_KNOWN);
    }

    /** Whether there is a calendar for the place, so that a form can refuse a code that nobody knows. */
    public boolean knows(String country, String region) {
        return known(country, region).isPresent();
    }

    private Optional<HolidayCalendar> known(String country, String region) {
        if (country == null
                || !country.matches("[A-Za-z]{2}")
                || (region != null && !region.matches("[A-Za-z0-9-]{1,8}"))) {
            return Optional.empty();
        }
        String land = country.toLowerCase(Locale.ROOT);
        String part = region == null ? "" : region.toLowerCase(Locale.ROOT);
        String code = part.startsWith(land + "-") ? part.substring(land.length() + 1) : part;
        if (land.equals("cn")) {
            return calendars.computeIfAbsent(land, key -> Optional.of(new ChineseHolidays()));
        }
        var kept = calendars.get(land + "/" + code);
        if (kept != null) {
            return kept;
        }
        var found = StatutoryHolidays.of(land, code);
        found.ifPresent(calendar -> calendars.put(land + "/" + code, found)); // what nobody knows is not kept
        return found;
    }
}
