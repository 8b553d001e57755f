package org.evenhall.organisations;

import org.evenhall.kernel.Named;

/**
 * An organisation as its source states it.
 *
 * @param externalId the same in every statement of the same organisation
 * @param areaId the narrowest area that it lies in, null outside every known area
 * @param website an address that begins with http, or null
 * @param published whether the public sees it
 */
public record DefineOrganisation(
        String externalId, OrganisationKind kind, Named name, String areaId, String website, boolean published) {}
