package org.evenhall.spaces;

import java.time.ZoneId;
import java.util.List;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.kernel.Named;

/**
 * A venue as its source states it, with all of its spaces: those that it had and that are not stated again are hidden.
 *
 * @param externalId the same in every statement of the same venue; begins with the source
 * @param areaId the narrowest area that it lies in, null outside every known area
 * @param country ISO 3166-1 code, whose public holidays hold; null where unknown
 * @param region ISO 3166-2 code without the country, in lower case, null likewise
 * @param wheelchair {@code yes}, {@code limited}, {@code no}, or null where unknown
 * @param attribution whom the licence asks to be named, null where nobody
 * @param published whether the public may see it
 * @param lineage the succession of files that states it
 * @param contentHash equal exactly where the statements are, whatever the lineage
 */
public record DefineVenue(
        String externalId,
        String organisationId,
        String areaId,
        Named name,
        String address,
        GeoPoint point,
        ZoneId zone,
        String country,
        String region,
        String wheelchair,
        String website,
        String phone,
        String source,
        String lineage,
        String attribution,
        boolean published,
        String contentHash,
        List<DefineSpace> spaces) {

    public DefineVenue {
        spaces = List.copyOf(spaces);
    }

    /** The same, of an organisation and in a lineage. */
    public DefineVenue under(String organisation, String line) {
        return with(organisation, line, contentHash);
    }

    /** The same, with the hash of what it says. */
    public DefineVenue hashed(String hash) {
        return with(organisationId, lineage, hash);
    }

    private DefineVenue with(String organisation, String line, String hash) {
        return new DefineVenue(
                externalId,
                organisation,
                areaId,
                name,
                address,
                point,
                zone,
                country,
                region,
                wheelchair,
                website,
                phone,
                source,
                line,
                attribution,
                published,
                hash,
                spaces);
    }
}
