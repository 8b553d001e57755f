package org.evenhall.availability.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.availability.FreeTimes;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.platform.http.Parameters;
import org.evenhall.spaces.Amenity;
import org.evenhall.spaces.SpaceKind;

/** Any room near me tonight. */
@ApplicationScoped
@Path("availability")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Free times")
public class AvailabilityResource {

    @Inject
    private FreeTimes freeTimes;

    @Inject
    private CurrentCaller caller;

    @Context
    private UriInfo uri;

    @GET
    @Operation(
            summary = "All spaces of the city that are free",
            description = "For the whole interval, nearest first where a point is given; or, with a duration, the first"
                    + " free run of that length inside it, earliest first. Takes every filter of the catalogue too.")
    @Parameter(
            name = "date",
            in = ParameterIn.QUERY,
            description = "The day, in the venue's zone; or give dateFrom and dateTo",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "dateFrom",
            in = ParameterIn.QUERY,
            description = "First day",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "dateTo",
            in = ParameterIn.QUERY,
            description = "Day after the last one; at most 31 days",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "weekdays",
            in = ParameterIn.QUERY,
            description = "Which days of the week, as in MO,TU",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            required = true,
            description = "Wall-clock time, as in 18:30",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            required = true,
            description = "Wall-clock time, as in 21:00, 24:00 or 25:30",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "duration",
            in = ParameterIn.QUERY,
            description = "As in PT2H: any free run of that length",
            schema = @Schema(type = SchemaType.STRING, format = "duration"))
    @Parameter(
            name = "people",
            in = ParameterIn.QUERY,
            description = "How many must fit in",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"))
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "Words that must all occur in the names, the address or the area",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "kind", in = ParameterIn.QUERY, schema = @Schema(implementation = SpaceKind.class))
    @Parameter(
            name = "area",
            in = ParameterIn.QUERY,
            description = "Id of an area; what lies below it counts",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "organisation", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "organisationKind",
            in = ParameterIn.QUERY,
            description = "As the catalogue has them",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "near",
            in = ParameterIn.QUERY,
            description = "Latitude and longitude, as in 52.52,13.405",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "radius",
            in = ParameterIn.QUERY,
            description = "Metres from near",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    @Parameter(name = "minCapacity", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    @Parameter(
            name = "amenity",
            in = ParameterIn.QUERY,
            description = "May be repeated; all must be there",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Amenity.class))
    @Parameter(name = "stepFree", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.BOOLEAN))
    @APIResponse(responseCode = "200", description = "A page of spaces and times")
    public Page<FreeSpaceView> search() {
        var parameters = Parameters.of(uri);
        var search = FreeSearchParameters.read(parameters);
        Locale locale = caller.get().locale();
        return freeTimes
                .search(caller.get(), search, parameters.page(), parameters.size())
                .map(free -> FreeSpaceView.of(free, locale));
    }
}
