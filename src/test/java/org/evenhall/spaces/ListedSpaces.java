package org.evenhall.spaces;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.kernel.Named;
import org.evenhall.organisations.OrganisationKind;

/** Spaces for tests, each the same but for what a test says. */
public final class ListedSpaces {

    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private String id = "space";
    private String site;
    private int partFrom;
    private int partTo = 1;
    private int capacity = 8;
    private boolean published = true;
    private ZoneId zone = BERLIN;
    private String country = "DE";
    private String region = "be";
    private GeoPoint point = new GeoPoint(52.52, 13.405);
    private Sharing sharing = Sharing.WHOLE;
    private SpaceKind kind = SpaceKind.STUDY_ROOM;

    private ListedSpaces() {}

    public static ListedSpaces aSpace(String id) {
        var space = new ListedSpaces();
        space.id = id;
        space.site = id;
        return space;
    }

    public ListedSpaces partOf(String root, int from, int to) {
        site = root;
        partFrom = from;
        partTo = to;
        return this;
    }

    public ListedSpaces holding(int people) {
        capacity = people;
        return this;
    }

    public ListedSpaces byPlaces() {
        sharing = Sharing.PLACES;
        return this;
    }

    public ListedSpaces hidden() {
        published = false;
        return this;
    }

    public ListedSpaces in(ZoneId otherZone) {
        zone = otherZone;
        return this;
    }

    /** Where its holidays are those of that country and region. */
    public ListedSpaces of(String itsCountry, String itsRegion) {
        country = itsCountry;
        region = itsRegion;
        return this;
    }

    public ListedSpaces at(double lat, double lon) {
        point = new GeoPoint(lat, lon);
        return this;
    }

    public Listed listed() {
        return new Listed(
                id,
                site,
                partFrom,
                partTo,
                new Named("Room " + id, "房间" + id),
                new Named(null, null),
                kind,
                capacity,
                sharing,
                Set.of(Amenity.WIFI),
                true,
                false,
                published,
                new Listed.Venue(
                        "venue-of-" + site,
                        new Named("House", "楼"),
                        "Lindenstraße 1",
                        point,
                        zone,
                        country,
                        region,
                        "yes",
                        null),
                new Listed.Organisation("organisation", new Named("Library", "图书馆"), OrganisationKind.LIBRARY, null),
                List.of(
                        new Listed.Area("district", new Named("Mitte", "米特区")),
                        new Listed.Area("city", new Named("Berlin", "柏林"))),
                "room house library mitte berlin");
    }
}
