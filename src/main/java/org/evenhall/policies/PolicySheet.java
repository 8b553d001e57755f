package org.evenhall.policies;

import java.util.List;
import org.evenhall.policies.PolicyView.Limit;

/**
 * A policy as a form for its owner.
 *
 * @param name of the organisation or the space, null for the city
 * @param organisation id of the organisation whose owners state it, null for the city
 * @param above limits of the levels above, which hold too
 */
public record PolicySheet(
        StatedPolicy policy, String name, String organisation, List<PolicyField> fields, List<Limit> above) {

    public PolicySheet {
        fields = List.copyOf(fields);
        above = List.copyOf(above);
    }
}
