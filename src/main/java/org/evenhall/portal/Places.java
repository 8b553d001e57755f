package org.evenhall.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.evenhall.areas.AreaView;
import org.evenhall.areas.Areas;
import org.evenhall.areas.Level;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.kernel.Page;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/**
 * Finds the place that somebody means by a few words: a district, a house that opens rooms, or a street where one
 * stands. It knows the city's own data only; nothing that people type leaves the server.
 */
@ApplicationScoped
public class Places {

    @Inject
    private Catalogue catalogue;

    @Inject
    private Areas areas;

    /** The middle of the city: of its area if there is one, else of its houses; empty where nothing is published. */
    public Optional<Place> centre(Caller caller) {
        return areas(caller, Level.CITY).stream()
                .filter(area -> area.lat() != null && area.lon() != null)
                .findFirst()
                .map(Places::of)
                .or(() -> middleOfHouses().map(point -> new Place(null, point)));
    }

    /** Names of districts to choose from. */
    public List<String> districts(Caller caller) {
        return areas(caller, Level.DISTRICT).stream().map(AreaView::name).toList();
    }

    /** The place that the words begin to name, empty where none is known. */
    public Optional<Place> find(Caller caller, String words) {
        var locale = caller.locale();
        var wanted = plain(words);
        return area(wanted, caller)
                .or(() -> house(wanted, locale, space -> space.venue().name().in(locale)))
                .or(() -> house(wanted, locale, space -> space.venue().address()));
    }

    private Optional<Place> area(String wanted, Caller caller) {
        return areas(caller, null).stream()
                .filter(area -> area.lat() != null && area.lon() != null)
                .filter(area -> begins(area.name(), wanted))
                .min(Comparator.comparing(AreaView::level)
                        .thenComparing(area -> area.name().length()))
                .map(Places::of);
    }

    private Optional<Place> house(String wanted, Locale locale, Function<Listed, String> text) {
        return catalogue.published().stream()
                .filter(space ->
                        text.apply(space) != null && plain(text.apply(space)).contains(wanted))
                .min(Comparator.comparingInt(space -> text.apply(space).length()))
                .map(space ->
                        new Place(space.venue().name().in(locale), space.venue().point()));
    }

    /** A name, or one of the names that a hyphen joins: Kreuzberg in Friedrichshain-Kreuzberg. */
    private static boolean begins(String name, String wanted) {
        var plain = plain(name);
        return plain.startsWith(wanted) || plain.contains("-" + wanted) || wanted.startsWith(plain + ",");
    }

    private List<AreaView> areas(Caller caller, Level level) {
        return areas.list(caller, null, level, 0, Page.LARGEST_SIZE).items();
    }

    private Optional<GeoPoint> middleOfHouses() {
        var points = catalogue.published().stream()
                .map(space -> space.venue().point())
                .toList();
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(new GeoPoint(median(points, GeoPoint::lat), median(points, GeoPoint::lon)));
    }

    private static double median(List<GeoPoint> points, Function<GeoPoint, Double> part) {
        return points.stream()
                .map(part)
                .sorted()
                .skip(points.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static Place of(AreaView area) {
        return new Place(area.name(), new GeoPoint(area.lat(), area.lon()));
    }

    /** Lower case, without accents: "Schöneberg" is found by "schoneberg", "Straße" by "strasse". */
    static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
    }
}
