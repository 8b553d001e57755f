package org.evenhall.portal.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.platform.text.Formats;
import org.evenhall.platform.text.Unreadable;
import org.evenhall.spaces.Amenity;
import org.evenhall.spaces.SpaceKind;

/** The parameters of an address that people type, cut and bookmark: what cannot be read is not there. */
record Parameters(Map<String, String[]> values) {

    private static final String[] NONE = {};

    @FunctionalInterface
    private interface Reader<T> {
        T read(String text) throws Unreadable;
    }

    String text(String name, int longest) {
        return first(name).filter(text -> text.length() <= longest).orElse(null);
    }

    Optional<LocalDate> day() {
        return read("day", Formats::date);
    }

    /** Rounded to about a hundred metres: nobody needs to know the door that the asker stands at. */
    Optional<GeoPoint> point() {
        return read("at", Formats::point).map(point -> new GeoPoint(rounded(point.lat()), rounded(point.lon())));
    }

    Optional<Integer> minute(String name, int least, int most) {
        return read(name, Formats::minuteOfDay).filter(minute -> minute >= least && minute <= most);
    }

    Optional<Integer> whole(String name, int least, int most) {
        return read(name, text -> (int) Formats.whole(text, least, most));
    }

    Optional<SpaceKind> kind() {
        return read("kind", text -> Formats.constant(SpaceKind.class, text));
    }

    Set<Amenity> needs() {
        var needs = EnumSet.noneOf(Amenity.class);
        for (String name : values.getOrDefault("need", NONE)) {
            for (Amenity amenity : Amenity.values()) {
                if (amenity.name().equals(name)) {
                    needs.add(amenity);
                }
            }
        }
        return needs;
    }

    boolean has(String name, String value) {
        return Arrays.asList(values.getOrDefault(name, NONE)).contains(value);
    }

    private <T> Optional<T> read(String name, Reader<T> reader) {
        return first(name).flatMap(text -> {
            try {
                return Optional.of(reader.read(text));
            } catch (Unreadable e) {
                return Optional.empty();
            }
        });
    }

    private Optional<String> first(String name) {
        String[] all = values.getOrDefault(name, NONE);
        return all.length == 0 ? Optional.empty() : Optional.of(all[0].strip()).filter(text -> !text.isEmpty());
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1000) / 1000.0;
    }
}
