package org.evenhall.spaces;

import org.evenhall.kernel.GeoPoint;
import org.evenhall.organisations.OrganisationKind;
import org.evenhall.platform.http.Parameters;

/** The filters of the catalogue as a request states them; whoever searches spaces takes all of them. */
public final class CatalogueParameters {

    private static final int LARGEST_RADIUS_METRES = 1_000_000;

    private CatalogueParameters() {}

    /**
     * {@code q, kind, area, organisation, organisationKind, near, radius, minCapacity, amenity} (repeated or with
     * commas) and {@code stepFree}; a radius needs a point to be measured from.
     */
    public static CatalogueFilter filter(Parameters given) {
        GeoPoint near = given.point("near");
        Integer radius = given.whole("radius", 0, LARGEST_RADIUS_METRES);
        if (radius != null) {
            given.needed("near", near);
        }
        return new CatalogueFilter(
                given.text("q"),
                given.constant("kind", SpaceKind.class),
                given.text("area"),
                given.text("organisation"),
                given.constant("organisationKind", OrganisationKind.class),
                near,
                radius,
                given.whole("minCapacity", 0, Integer.MAX_VALUE),
                given.constants("amenity", Amenity.class),
                given.flag("stepFree"));
    }
}
