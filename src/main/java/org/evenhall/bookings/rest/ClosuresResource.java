package org.evenhall.bookings.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.bookings.Closures;
import org.evenhall.bookings.Closures.CloseSpace;
import org.evenhall.bookings.Closures.ClosureView;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.platform.http.Idempotency;
import org.evenhall.platform.http.Parameters;

/** Close a space for a time, see what becomes of its bookings, open it again. */
@ApplicationScoped
@Path("spaces/{id}/closures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publishing")
public class ClosuresResource {

    @Inject
    private Closures closures;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Idempotency idempotency;

    @Context
    private UriInfo uri;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Close a space; its bookings are proposed another one",
            description =
                    "Each booking that the closure hits is kept the nearest equal space for a stated time, and its"
                            + " booker is asked; where nothing equal is to be had, it is cancelled. What has passed of the time"
                            + " stays as it was: a closure that would have begun before now begins now. Sent again with the same"
                            + " Idempotency-Key, it answers with the same closure and what has become of the bookings since.")
    @Parameter(
            name = "preview",
            in = ParameterIn.QUERY,
            description = "Only say what would become of the bookings: 200, and nothing is stored",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Does not close a second time when a request is sent again; kept for 24 hours",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @APIResponse(
            responseCode = "200",
            description = "What would become of the bookings, for a preview",
            content = @Content(schema = @Schema(implementation = ClosureView.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is closed; with the bookings that it hit and what became of each",
            headers = @Header(name = "Location", description = "Where it is"),
            content = @Content(schema = @Schema(implementation = ClosureView.class)))
    @APIResponse(responseCode = "403", description = "Somebody else's space")
    @APIResponse(
            responseCode = "422",
            description = "Not in steps of five minutes, over already, or too long: five-minutes, closure-to-come,"
                    + " closure-longest")
    public Response close(@PathParam("id") String id, CloseSpace wish) {
        if (Parameters.of(uri).flag("preview")) {
            return Response.ok(closures.preview(caller.get(), id, wish)).build();
        }
        Response closed = idempotency.once(wish, () -> {
            ClosureView closure = closures.close(caller.get(), id, wish);
            return Response.created(
                            uri.getAbsolutePathBuilder().path(closure.id()).build())
                    .entity(closure)
                    .build();
        });
        URI location = closed.getLocation();
        String closureId = location.getPath().substring(location.getPath().lastIndexOf('/') + 1);
        closures.rehouse(caller.get(), id, closureId);
        return closures.find(caller.get(), id, closureId)
                .map(closure -> Response.created(location).entity(closure).build())
                .orElse(closed);
    }

    @GET
    @Operation(summary = "The closures of a space that are not over, by start")
    @APIResponse(responseCode = "200", description = "A page of closures with the bookings that they hit")
    @APIResponse(responseCode = "403", description = "Somebody else's space")
    public Page<ClosureView> list(@PathParam("id") String id) {
        var parameters = Parameters.of(uri);
        return closures.list(caller.get(), id, parameters.page(), parameters.size());
    }

    @GET
    @Path("{closureId}")
    @Operation(summary = "A closure, and what has become of the bookings that it hit")
    @APIResponse(
            responseCode = "200",
            description = "The closure",
            content = @Content(schema = @Schema(implementation = ClosureView.class)))
    public ClosureView get(@PathParam("id") String id, @PathParam("closureId") String closureId) {
        return closures.get(caller.get(), id, closureId);
    }

    @DELETE
    @Path("{closureId}")
    @Operation(
            summary = "Open a space again from now on",
            description = "Bookings whose bookers have not answered get it back, and are told.")
    @APIResponse(responseCode = "204", description = "It is open again")
    @APIResponse(responseCode = "409", description = "The closure is over already")
    public void lift(@PathParam("id") String id, @PathParam("closureId") String closureId) {
        closures.lift(caller.get(), id, closureId);
        closures.rehouse(caller.get(), id, closureId);
    }
}
