package org.evenhall.openings.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.openings.HoursView;
import org.evenhall.openings.StateHours;
import org.evenhall.openings.Timetables;
import org.evenhall.platform.http.Etags;
import org.evenhall.platform.http.Parameters;

/** The opening hours that an owner states for a space. */
@ApplicationScoped
@Path("spaces/{id}/opening-hours")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publishing")
public class OpeningHoursResource {

    @Inject
    private Timetables timetables;

    @Inject
    private CurrentCaller caller;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @GET
    @Operation(summary = "The opening hours of a space as stated, and the two weeks that they come to")
    @APIResponse(
            responseCode = "200",
            description = "The hours",
            headers = @Header(name = "ETag", description = "Their version, for If-Match"),
            content = @Content(schema = @Schema(implementation = HoursView.class)))
    public Response get(@PathParam("id") String id) {
        return answer(timetables.get(caller.get(), id));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "State the opening hours of a space (owner)",
            description =
                    "They hold from validFrom on. Bookings made before stay. Parts that state no hours of their own"
                            + " open with the space around them.")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag that was read; not needed for a preview",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "preview",
            in = ParameterIn.QUERY,
            description = "Stores nothing, and answers what the hours would come to",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @APIResponse(
            responseCode = "200",
            description = "The hours as they are now",
            headers = @Header(name = "ETag", description = "Their version, for If-Match"),
            content = @Content(schema = @Schema(implementation = HoursView.class)))
    @APIResponse(responseCode = "403", description = "Somebody else's space")
    @APIResponse(responseCode = "412", description = "The hours are other than those that were read")
    @APIResponse(responseCode = "422", description = "A part of the text cannot be read; the violation names it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response state(@PathParam("id") String id, StateHours wish) {
        if (Parameters.of(uri).flag("preview")) {
            return Response.ok(timetables.preview(caller.get(), id, wish)).build();
        }
        return answer(timetables.state(caller.get(), id, wish, Etags.expected(headers)));
    }

    private static Response answer(Timetables.Versioned hours) {
        return Response.ok(hours.hours())
                .header(HttpHeaders.ETAG, Etags.of(hours.version()))
                .build();
    }
}
