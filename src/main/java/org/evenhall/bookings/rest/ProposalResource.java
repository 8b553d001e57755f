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
import org.evenhall.bookings.BookingView;
import org.evenhall.bookings.Displacements;
import org.evenhall.identity.CurrentCaller;

/** Say whether another space will do, where a closure took the one that was booked. */
@ApplicationScoped
@Path("bookings/{id}/proposal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bookings")
public class ProposalResource {

    @Inject
    private Displacements displacements;

    @Inject
    private CurrentCaller caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Take what is kept instead of a closed space, or decline it",
            description = "Only the booker answers. Accepted, the booking moves there; declined, it is cancelled.")
    @APIResponse(
            responseCode = "200",
            description = "The booking as it is now",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "403", description = "Somebody else's booking")
    @APIResponse(responseCode = "409", description = "Nothing is kept for the booking, or not any more")
    public BookingView answer(@PathParam("id") String id, Displacements.Answer answer) {
        return displacements.answer(caller.get(), id, answer);
    }
}
