package org.evenhall.availability.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.availability.FreeTimes;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.http.Parameters;
import org.evenhall.spaces.Catalogue;

/** When one space is open and free. */
@ApplicationScoped
@Path("spaces/{id}/availability")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Free times")
public class SpaceAvailabilityResource {

    private static final int MOST_DAYS = 92;

    @Inject
    private FreeTimes freeTimes;

    @Inject
    private Catalogue catalogue;

    @Inject
    private CurrentCaller caller;

    @Context
    private UriInfo uri;

    @GET
    @Operation(summary = "The open and the free time of a space, day by day")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            required = true,
            description = "First day, in the venue's zone",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            required = true,
            description = "Day after the last one; at most 92 days",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @APIResponse(
            responseCode = "200",
            description = "A day for each date of the period",
            content = @Content(schema = @Schema(implementation = DaysView.class)))
    public DaysView days(@PathParam("id") String id) {
        ZoneId zone = catalogue.published(id).zone();
        var parameters = Parameters.of(uri);
        LocalDate from = parameters.needed("from", parameters.date("from"));
        LocalDate to = parameters.needed("to", parameters.date("to"));
        parameters.inOrder(from, "to", to);
        if (ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            throw Refused.malformed(Violation.of("longest-period", "to", "malformed.days", MOST_DAYS));
        }
        var days = freeTimes.of(caller.get(), id, from, to);
        return DaysView.of(id, zone, days, caller.get().locale());
    }
}
