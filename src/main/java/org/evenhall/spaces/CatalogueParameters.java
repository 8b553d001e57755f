package org.evenhall.spaces;

import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.organisations.OrganisationKind;
import org.evenhall.platform.http.Parameters;

/** The filters of the catalogue as query parameters; every address that searches spaces takes them all. */
public final class CatalogueParameters {

    private static final int FARTHEST_METRES = 20_000_000;
    private static final int LARGEST_SPACE = 1_000_000;

    private CatalogueParameters() {}

    public static CatalogueFilter filter(Parameters parameters) {
        var near = parameters.point("near");
        Integer radius = parameters.whole("radius", 0, FARTHEST_METRES);
        if (radius != null && near == null) {
            throw Refused.malformed(Violation.of("required", "near", "malformed.radius-without-near"));
        }
        return new CatalogueFilter(
                parameters.text("q"),
                parameters.constant("kind", SpaceKind.class),
                parameters.text("area"),
                parameters.text("organisation"),
                parameters.constant("organisationKind", OrganisationKind.class),
                near,
                radius,
                parameters.whole("minCapacity", 0, LARGEST_SPACE),
                parameters.constants("amenity", Amenity.class),
                parameters.flag("stepFree"));
    }
}
