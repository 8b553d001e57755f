package org.evenhall.bookings.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.evenhall.bookings.CheckIns;
import org.evenhall.identity.CurrentCaller;

/** People come, and people leave before the end. */
@ApplicationScoped
@Path("bookings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bookings")
public class CheckInsResource {

    @Inject
    private CheckIns checkIns;

    @Inject
    private CurrentCaller caller;

    @POST
    @Path("{id}/check-in")
    @Operation(
            summary =
                    "Say that one has come; with the code on the door where the space asks for it, without at the desk")
    @APIResponse(
            responseCode = "200",
            description = "The booking, checked in",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "409", description = "Check-in is not asked, not open yet, or over")
    @APIResponse(
            responseCode = "422",
            description = "The code is missing or is not the one on this door: required, door-code")
    public BookingView checkIn(@PathParam("id") String id, CheckIns.CheckIn checkIn) {
        return checkIns.checkIn(caller.get(), id, checkIn == null ? null : checkIn.code());
    }

    @POST
    @Path("{id}/departure")
    @Operation(summary = "Leave before the end; from the next five minutes on the rest is free again")
    @APIResponse(
            responseCode = "200",
            description = "The booking, completed",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "409", description = "It has not begun, is over, or nobody has checked in")
    public BookingView leave(@PathParam("id") String id) {
        return checkIns.leave(caller.get(), id);
    }
}
