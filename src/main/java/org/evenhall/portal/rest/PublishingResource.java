package org.evenhall.portal.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
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
import org.evenhall.kernel.Page;
import org.evenhall.openings.Openings;
import org.evenhall.openings.StatedHours;
import org.evenhall.platform.http.Etags;
import org.evenhall.platform.http.Idempotency;
import org.evenhall.platform.http.Parameters;
import org.evenhall.policies.Policies;
import org.evenhall.policies.PolicyView;
import org.evenhall.spaces.PublishSpace;
import org.evenhall.spaces.Publishing;
import org.evenhall.spaces.SpaceView;

/** Owners publish spaces, divide them, and change them. */
@ApplicationScoped
@Path("spaces")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publishing")
public class PublishingResource {

    @Inject
    private Publishing publishing;

    @Inject
    private Openings openings;

    @Inject
    private Policies policies;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Idempotency idempotency;

    @Inject
    private Clock clock;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Publish a space (owner)",
            description = "In a house that is known (venueId), in a new one (venue), or as a part of another space"
                    + " (partOf); with parts of its own where parts are stated.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Repeats the first answer when a request is sent again; kept for 24 hours",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @Parameter(
            name = "preview",
            in = ParameterIn.QUERY,
            description = "Stores nothing, and answers with 200 what would be stored, without an id",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @APIResponse(
            responseCode = "200",
            description = "What would be published, for a preview",
            content = @Content(schema = @Schema(implementation = SpaceDetail.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is published",
            headers = {
                @Header(name = "Location", description = "Where it is"),
                @Header(name = "ETag", description = "Its version, for If-Match")
            },
            content = @Content(schema = @Schema(implementation = SpaceDetail.class)))
    @APIResponse(responseCode = "403", description = "Somebody else's house")
    @APIResponse(responseCode = "422", description = "One violation per field that is wrong")
    public Response publish(PublishSpace wish) {
        if (preview()) {
            var state = publishing.preview(caller.get(), wish);
            return Response.ok(SpaceDetail.ofPreview(state, policy(state), hours(state)))
                    .build();
        }
        return idempotency.once(wish, () -> {
            var state = publishing.publish(caller.get(), wish);
            return Response.created(uri.getBaseUriBuilder()
                            .path(PublishingResource.class)
                            .path(state.listed().id())
                            .build())
                    .header(HttpHeaders.ETAG, Etags.of(state.listed().version()))
                    .entity(SpaceDetail.of(state, policy(state), hours(state)))
                    .build();
        });
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change a space (owner)",
            description =
                    "Replaces all that is stated of it; it stays in its house and a part of what it is a part of.")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag that was read; not needed for a preview",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "preview",
            in = ParameterIn.QUERY,
            description = "Stores nothing, and answers what would be stored, without an ETag",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @APIResponse(
            responseCode = "200",
            description = "The space as it is now",
            headers = @Header(name = "ETag", description = "Its version, for If-Match"),
            content = @Content(schema = @Schema(implementation = SpaceDetail.class)))
    @APIResponse(responseCode = "403", description = "Somebody else's space")
    @APIResponse(responseCode = "409", description = "Bookings rely on what would change")
    @APIResponse(responseCode = "412", description = "The space is other than the one that was read")
    @APIResponse(responseCode = "422", description = "One violation per field that is wrong")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(@PathParam("id") String id, PublishSpace wish) {
        var expected = Etags.expected(headers);
        if (preview()) {
            var state = publishing.previewOfChange(caller.get(), id, wish, expected.orAny());
            return Response.ok(SpaceDetail.of(state, policy(state), hours(state)))
                    .build();
        }
        var state = publishing.change(caller.get(), id, wish, expected);
        return Response.ok(SpaceDetail.of(state, policy(state), hours(state)))
                .header(HttpHeaders.ETAG, Etags.of(state.listed().version()))
                .build();
    }

    @POST
    @Path("{id}/seats")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make seats of a room (owner)",
            description =
                    "Each is a part that can be chosen and booked; they are numbered on from those that are there.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Repeats the first answer when a request is sent again; kept for 24 hours",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @APIResponse(responseCode = "201", description = "The new seats, in order")
    @APIResponse(responseCode = "403", description = "Somebody else's space")
    public Response addSeats(@PathParam("id") String id, AddSeats wish) {
        return idempotency.once(wish, () -> {
            var seats = publishing.addSeats(caller.get(), id, wish.count());
            return Response.created(uri.getBaseUriBuilder()
                            .path(PublishingResource.class)
                            .path(id)
                            .build())
                    .entity(new Page<SpaceView.Part>(seats, seats.size(), 0, seats.size()))
                    .build();
        });
    }

    private boolean preview() {
        return Parameters.of(uri).flag("preview");
    }

    private PolicyView policy(Publishing.State state) {
        return policies.of(state.listed());
    }

    private StatedHours hours(Publishing.State state) {
        return openings.stated(
                state.listed(),
                LocalDate.ofInstant(clock.instant(), state.listed().zone()));
    }
}
