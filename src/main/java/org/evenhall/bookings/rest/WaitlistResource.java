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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.bookings.BookingView;
import org.evenhall.bookings.Waitlist;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.platform.http.Idempotency;
import org.evenhall.platform.http.Parameters;

/** Wait for a time that somebody else has. */
@ApplicationScoped
@Path("waitlist")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bookings")
public class WaitlistResource {

    @Inject
    private Waitlist waitlist;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Idempotency idempotency;

    @Context
    private UriInfo uri;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Wait for a time in a space, or in any that passes filters",
            description =
                    "Give spaceId, or the filters of the catalogue by the same names. What becomes free is offered"
                            + " strictly in the order of joining, and held until a deadline; what is free and waited for by nobody"
                            + " is offered at once.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Repeats the first answer when a request is sent again; kept for 24 hours",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @APIResponse(
            responseCode = "201",
            description = "The entry: WAITING, or OFFERED already",
            headers = @Header(name = "Location", description = "Where it is"),
            content = @Content(schema = @Schema(implementation = Waitlist.WaitlistEntry.class)))
    @APIResponse(responseCode = "409", description = "The caller waits for just that already")
    @APIResponse(
            responseCode = "422",
            description = "It could not be booked even if it were free, or ten entries are open: open-entries,"
                    + " nothing-like-it, and " + RuleNames.ALL)
    public Response join(Waitlist.JoinWaitlist wish) {
        return idempotency.once(wish, () -> {
            Waitlist.WaitlistEntry joined = waitlist.join(caller.get(), wish);
            return Response.created(uri.getBaseUriBuilder()
                            .path(WaitlistResource.class)
                            .path(joined.id())
                            .build())
                    .entity(joined)
                    .build();
        });
    }

    @GET
    @Operation(
            summary =
                    "One's own entries, the latest slot first; with how many come before, or what is offered until when")
    @Parameter(
            name = "mine",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.BOOLEAN),
            description = "Nobody else's are shown, whether it is given or not")
    @APIResponse(responseCode = "200", description = "A page of entries")
    public Page<Waitlist.WaitlistEntry> list() {
        var parameters = Parameters.of(uri);
        parameters.flag("mine");
        return waitlist.mine(caller.get(), parameters.page(), parameters.size());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "An entry of one's own")
    @APIResponse(
            responseCode = "200",
            description = "The entry",
            content = @Content(schema = @Schema(implementation = Waitlist.WaitlistEntry.class)))
    public Waitlist.WaitlistEntry get(@PathParam("id") String id) {
        return waitlist.get(caller.get(), id);
    }

    @POST
    @Path("{id}/acceptance")
    @Operation(
            summary = "Book what is offered",
            description =
                    "Without a purpose it is STUDY where the space allows that, else the first that it allows. When a"
                            + " rule refuses it, the offer stands until its deadline.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Repeats the first answer when a request is sent again; kept for 24 hours",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @APIResponse(
            responseCode = "201",
            description = "It is booked",
            headers = @Header(name = "Location", description = "Where the booking is"),
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "409", description = "Nothing is offered, or not any more")
    @APIResponse(responseCode = "422", description = "Against the rules of the space, one violation per broken rule")
    public Response accept(@PathParam("id") String id, Waitlist.AcceptOffer how) {
        Waitlist.AcceptOffer said = how == null ? Waitlist.AcceptOffer.PLAINLY : how;
        return idempotency.once(said, () -> {
            BookingView booked = waitlist.accept(caller.get(), id, said);
            return Response.created(uri.getBaseUriBuilder()
                            .path(BookingsResource.class)
                            .path(booked.id())
                            .build())
                    .entity(booked)
                    .build();
        });
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Leave the queue; what was offered goes to the next at once")
    @APIResponse(responseCode = "204", description = "It is left, or was over already")
    @APIResponse(responseCode = "409", description = "It has become a booking, which is given back instead")
    public void leave(@PathParam("id") String id) {
        waitlist.leave(caller.get(), id);
    }
}
