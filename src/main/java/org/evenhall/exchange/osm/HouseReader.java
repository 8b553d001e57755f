package org.evenhall.exchange.osm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.evenhall.exchange.domain.Detail;
import org.evenhall.exchange.domain.Fault;
import org.evenhall.exchange.domain.Problem;
import org.evenhall.exchange.domain.Text;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.kernel.Named;
import org.evenhall.openings.StatedHours;
import org.evenhall.organisations.DefineOrganisation;
import org.evenhall.organisations.OrganisationKind;
import org.evenhall.spaces.DefineVenue;
import org.evenhall.spaces.Place;

/** Makes houses of the features of one file, and says of each feature what could not be taken as it was. */
final class HouseReader {

    private static final Set<String> CLOSED_TO_THE_PUBLIC = Set.of("no", "private");
    private static final Map<String, String> WHEELCHAIR =
            Map.of("yes", "yes", "designated", "yes", "limited", "limited", "no", "no");

    private final String source;
    private final Place place;
    private final String attribution;
    private final Function<GeoPoint, Optional<String>> areaAt;
    private final Function<String, StatedHours> readHours;
    private final KindTable kinds;
    private final RoomTable rooms = RoomTable.load();
    private final HoursTable hours = HoursTable.load();
    private final Map<String, StatedHours> read = new HashMap<>();

    HouseReader(
            String source,
            Place place,
            String attribution,
            KindTable kinds,
            Function<GeoPoint, Optional<String>> areaAt,
            Function<String, StatedHours> readHours) {
        this.source = source;
        this.place = place;
        this.attribution = attribution;
        this.kinds = kinds;
        this.areaAt = areaAt;
        this.readHours = readHours;
    }

    /**
     * What became of a feature.
     *
     * @param house null where it is skipped
     * @param present whether its source still knows the house: one that is skipped for its place alone is not gone
     */
    record Outcome(House house, boolean present, List<Problem> problems) {}

    Outcome read(Feature feature) {
        List<Problem> problems = new ArrayList<>(feature.problems());
        if (feature.id() == null) {
            return new Outcome(null, false, problems);
        }
        var row = kinds.of(feature);
        if (row.isEmpty()) {
            problems.add(feature.problem("kind", kinds.shown(feature), Fault.UNKNOWN_KIND, null));
            return new Outcome(null, false, problems);
        }
        if (row.get().kind() == null) {
            String tag = row.get().key() + "=" + row.get().value();
            problems.add(feature.problem("kind", tag, Fault.LEFT_OUT, row.get().note()));
            return new Outcome(null, false, problems);
        }
        if (feature.point() == null) {
            return new Outcome(null, true, problems);
        }
        return new Outcome(house(feature, row.get().kind(), problems), true, problems);
    }

    private House house(Feature feature, OrganisationKind kind, List<Problem> problems) {
        var naming = Naming.of(feature, kind);
        String area = areaAt.apply(feature.point()).orElse(null);
        boolean published = mayBeSeen(feature, naming, area, problems);
        var fields = new Fields(feature, problems);
        var name = new Named(
                fields.fit(naming.from(), naming.name().name(), 250),
                fields.fit("name:zh", naming.name().nameZh(), 250));
        String website = fields.website();
        String wheelchair = feature.tag("wheelchair")
                .map(word -> WHEELCHAIR.get(word.toLowerCase(Locale.ROOT)))
                .orElse(null);
        if (wheelchair == null && feature.tag("wheelchair").isPresent()) {
            problems.add(feature.problem("wheelchair", feature.tag("wheelchair").get(), Fault.BAD_VALUE, null));
        }
        String externalId = source + ":" + feature.id();
        var organisation = new DefineOrganisation(externalId, kind, name, area, website, published);
        var venue = new DefineVenue(
                externalId,
                null,
                area,
                name,
                fields.fit("addr:street", Naming.address(feature), 300),
                feature.point(),
                place.zone(),
                place.country(),
                place.region(),
                wheelchair,
                website,
                fields.fit(
                        "phone",
                        feature.first("phone", "contact:phone", "contact:mobile")
                                .orElse(null),
                        100),
                source,
                null,
                attribution,
                published,
                null,
                rooms.of(kind, feature.id(), externalId, "yes".equals(wheelchair)));
        String text = hours(feature, kind, fields, problems);
        return House.of(feature.id(), organisation, venue, text);
    }

    private boolean mayBeSeen(Feature feature, Naming naming, String area, List<Problem> problems) {
        if (naming.from() == null) {
            problems.add(
                    feature.problem("name", null, Fault.NO_NAME, naming.name().name()));
        } else if (!naming.from().equals("name")) {
            problems.add(
                    feature.problem("name", null, Fault.NAME_FROM, naming.name().name()));
        }
        if (area == null) {
            var at = feature.point();
            boolean swapped = Math.abs(at.lon()) <= 90
                    && areaAt.apply(new GeoPoint(at.lon(), at.lat())).isPresent();
            problems.add(feature.problem(
                    "geometry", at.lon() + "," + at.lat(), swapped ? Fault.SWAPPED_PLACE : Fault.OUTSIDE, null));
        }
        String access = feature.tag("access").orElse("yes");
        boolean open = !CLOSED_TO_THE_PUBLIC.contains(access.toLowerCase(Locale.ROOT));
        if (!open) {
            problems.add(feature.problem("access", access, Fault.NOT_PUBLIC, null));
        }
        return open && area != null && naming.from() != null;
    }

    private String hours(Feature feature, OrganisationKind kind, Fields fields, List<Problem> problems) {
        var found = hours.of(kind, feature);
        String text = fields.fit("opening_hours", found.text(), 2000);
        if (found.stated()) {
            var reading = read.computeIfAbsent(text, readHours);
            if (!reading.readable()) {
                problems.add(feature.problem("opening_hours", text, Fault.BAD_HOURS, Detail.of(reading.problem())));
            }
        }
        return text;
    }

    /** Values of one feature, made to fit their columns; what is cut or dropped is said. */
    private record Fields(Feature feature, List<Problem> problems) {

        String fit(String field, String value, int length) {
            String cut = Text.cut(value, length);
            if (value != null && cut.length() < value.length()) {
                problems.add(feature.problem(field, value, Fault.TOO_LONG, String.valueOf(length)));
            }
            return cut;
        }

        /** Only what a browser opens as a page: the address becomes a link that strangers follow. */
        String website() {
            String given = feature.first("website", "contact:website", "url").orElse(null);
            if (given == null) {
                return null;
            }
            String first = given.split("\\s*;\\s*|\\s")[0];
            String address = first.matches("(?i)https?://.+") ? first : "https://" + first;
            if (address.length() <= 500 && address.matches("(?i)https?://[^\\s/:<>\"']+\\.[^\\s<>\"']+")) {
                return address;
            }
            problems.add(feature.problem("website", given, Fault.BAD_VALUE, null));
            return null;
        }
    }
}
