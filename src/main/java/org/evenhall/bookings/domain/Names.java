package org.evenhall.bookings.domain;

import java.util.Collection;
import java.util.List;

/** How the reader of a refusal calls what a rule names by id. Asked only when the rule is broken. */
public interface Names {

    List<String> ofAreas(Collection<String> ids);

    List<String> ofOrganisations(Collection<String> ids);
}
