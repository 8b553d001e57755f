package org.evenhall.bookings;

import java.util.Set;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.organisations.OrganisationKind;
import org.evenhall.platform.text.Formats;
import org.evenhall.platform.text.Unreadable;
import org.evenhall.spaces.Amenity;
import org.evenhall.spaces.CatalogueFilter;
import org.evenhall.spaces.SpaceKind;

/** Filters of the catalogue as they were stated; null, or empty, lets all through. */
public record WantedFilters(
        String q,
        SpaceKind kind,
        String area,
        String organisation,
        OrganisationKind organisationKind,
        String near,
        Integer radius,
        Integer minCapacity,
        Set<Amenity> amenity,
        Boolean stepFree) {

    static final WantedFilters NONE = new WantedFilters(null, null, null, null, null, null, null, null, null, null);

    private static final int LONGEST_TEXT = 200;
    private static final int FARTHEST_METRES = 20_000_000;
    private static final int LARGEST_SPACE = 1_000_000;

    public WantedFilters {
        amenity = amenity == null ? Set.of() : Set.copyOf(amenity);
        stepFree = Boolean.TRUE.equals(stepFree);
    }

    /** @throws Refused as malformed, naming the filter that cannot be read */
    public CatalogueFilter asked() {
        try {
            return new CatalogueFilter(
                    text("q", q),
                    kind,
                    text("area", area),
                    text("organisation", organisation),
                    organisationKind,
                    point(),
                    whole("radius", radius, FARTHEST_METRES),
                    whole("minCapacity", minCapacity, LARGEST_SPACE),
                    amenity,
                    stepFree);
        } catch (Unreadable e) {
            throw Refused.malformed(e.in("near"));
        }
    }

    private GeoPoint point() throws Unreadable {
        if (near == null && radius != null) {
            throw Refused.malformed(Violation.of("required", "near", "malformed.radius-without-near"));
        }
        return near == null ? null : Formats.point(near);
    }

    private static Integer whole(String field, Integer number, int most) {
        if (number != null && (number < 0 || number > most)) {
            throw Refused.malformed(Violation.of("format", field, "malformed.whole", number + "", 0L, (long) most));
        }
        return number;
    }

    private static String text(String field, String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw Refused.malformed(Violation.of("length", field, "field.too-long", LONGEST_TEXT));
        }
        return text;
    }
}
