package org.evenhall.bookings.store;

import org.evenhall.bookings.Waitlist.WantedFilters;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.text.Formats;
import org.evenhall.platform.text.Unreadable;
import org.evenhall.spaces.CatalogueFilter;

/** What filters come to that were sent in a body; they mean the same as the parameters of the catalogue. */
public final class Asked {

    private static final int LONGEST_TEXT = 200;
    private static final int FARTHEST_METRES = 20_000_000;
    private static final int LARGEST_SPACE = 1_000_000;

    private Asked() {}

    /** @throws Refused as malformed, naming the filter that cannot be read */
    public static CatalogueFilter of(WantedFilters wanted) {
        try {
            return new CatalogueFilter(
                    text("q", wanted.q()),
                    wanted.kind(),
                    text("area", wanted.area()),
                    text("organisation", wanted.organisation()),
                    wanted.organisationKind(),
                    point(wanted),
                    whole("radius", wanted.radius(), FARTHEST_METRES),
                    whole("minCapacity", wanted.minCapacity(), LARGEST_SPACE),
                    wanted.amenity(),
                    wanted.stepFree());
        } catch (Unreadable e) {
            throw Refused.malformed(e.in("near"));
        }
    }

    private static GeoPoint point(WantedFilters wanted) throws Unreadable {
        if (wanted.near() == null && wanted.radius() != null) {
            throw Refused.malformed(Violation.of("required", "near", "malformed.radius-without-near"));
        }
        return wanted.near() == null ? null : Formats.point(wanted.near());
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
