package org.evenhall.openings.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.openings.Expansion;
import org.evenhall.openings.Holidays;

/** What a text of opening hours comes to, before anybody publishes it. */
@ApplicationScoped
@Path("opening-hours/expansion")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Opening hours")
public class ExpansionResource {

    @Inject
    private Holidays holidays;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Expand opening hours to intervals")
    @APIResponse(
            responseCode = "200",
            description = "The intervals of the period, in order",
            content = @Content(schema = @Schema(implementation = ExpandedHours.class)))
    @APIResponse(responseCode = "422", description = "A part of the text is not taken; the violation names it")
    public ExpandedHours expand(ExpandHours asked) {
        List<Violation> missing = new ArrayList<>();
        required(missing, "openingHours", asked.openingHours());
        required(missing, "from", asked.from());
        required(missing, "to", asked.to());
        required(missing, "zone", asked.zone());
        if (!missing.isEmpty()) {
            throw Refused.invalid(missing);
        }
        if (!asked.from().isBefore(asked.to())) {
            throw Refused.malformed(Violation.of("order", "to", "field.end-after-start"));
        }
        if (asked.region() != null && asked.country() == null) {
            throw Refused.invalid(Violation.of("required", "country", "hours.region-without-country"));
        }
        if (asked.country() != null && !holidays.knows(asked.country(), asked.region())) {
            throw Refused.invalid(Violation.of(
                    "holidays", asked.region() == null ? "country" : "region", "hours.no-holidays", place(asked)));
        }
        var calendar = holidays.in(asked.country(), asked.region());
        return ExpandedHours.of(
                Expansion.of(asked.openingHours(), asked.from(), asked.to(), asked.zone(), calendar), asked.zone());
    }

    private static String place(ExpandHours asked) {
        return asked.region() == null ? asked.country() : asked.country() + " / " + asked.region();
    }

    private static void required(List<Violation> missing, String field, Object value) {
        if (value == null) {
            missing.add(Violation.of("required", field, "field.required"));
        }
    }
}
