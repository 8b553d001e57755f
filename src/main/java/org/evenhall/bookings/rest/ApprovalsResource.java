package org.evenhall.bookings.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.bookings.Approvals;
import org.evenhall.bookings.BookingView;
import org.evenhall.identity.CurrentCaller;

/** Owners decide on requests. */
@ApplicationScoped
@Path("bookings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Bookings")
public class ApprovalsResource {

    @Inject
    private Approvals approvals;

    @Inject
    private CurrentCaller caller;

    @POST
    @Path("{id}/decision")
    @Operation(summary = "Approve or decline a request, as the owner of the space")
    @APIResponse(
            responseCode = "200",
            description = "The booking as it is now",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "409", description = "It is decided already, given back, or lapsed")
    public BookingView decide(@PathParam("id") String id, Approvals.Decision decision) {
        return approvals.decide(caller.get(), id, decision);
    }

    @POST
    @Path("decisions")
    @Operation(summary = "Approve or decline many requests at once; each is decided by itself")
    @APIResponse(
            responseCode = "200",
            description = "What came of each: the booking as it is now, or the problem that it met",
            content = @Content(schema = @Schema(implementation = Decided.class)))
    public Decided decideAll(Approvals.Decisions decisions) {
        return Decided.of(
                approvals.decideAll(caller.get(), decisions), caller.get().locale());
    }
}
