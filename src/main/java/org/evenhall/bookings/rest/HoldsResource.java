package org.evenhall.bookings.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
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
import org.evenhall.bookings.Holds;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.platform.http.Idempotency;

/** Keep a slot while the form is filled in. */
@ApplicationScoped
@Path("holds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bookings")
public class HoldsResource {

    @Inject
    private Holds holds;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Idempotency idempotency;

    @Context
    private UriInfo uri;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Keep a slot for some minutes; a hold that the caller has already gives way")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Repeats the first answer when a request is sent again; kept for 24 hours",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @APIResponse(
            responseCode = "201",
            description = "It is held; name its id when booking",
            headers = @Header(name = "Location", description = "Where it is"),
            content = @Content(schema = @Schema(implementation = Holds.HoldView.class)))
    @APIResponse(responseCode = "409", description = "Somebody else has the time; alternatives are named")
    @APIResponse(responseCode = "422", description = "Against the rules of the space, one violation per broken rule")
    public Response hold(Holds.RequestHold wish) {
        return idempotency.once(wish, () -> {
            Holds.HoldView held = holds.hold(caller.get(), wish);
            return Response.created(uri.getBaseUriBuilder()
                            .path(HoldsResource.class)
                            .path(held.id())
                            .build())
                    .entity(held)
                    .build();
        });
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Give a hold back; its time is free at once")
    @APIResponse(responseCode = "204", description = "It is given back")
    public void release(@PathParam("id") String id) {
        holds.release(caller.get(), id);
    }
}
