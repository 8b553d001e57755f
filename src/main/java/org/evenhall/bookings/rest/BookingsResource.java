package org.evenhall.bookings.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.bookings.BookingQuery;
import org.evenhall.bookings.BookingView;
import org.evenhall.bookings.Bookings;
import org.evenhall.bookings.Bookings.ChangeBooking;
import org.evenhall.bookings.RequestBooking;
import org.evenhall.bookings.Status;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.platform.http.Etags;
import org.evenhall.platform.http.Idempotency;
import org.evenhall.platform.http.Parameters;

/** Request a booking, look at bookings, give one back. */
@ApplicationScoped
@Path("bookings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bookings")
public class BookingsResource {

    @Inject
    private Bookings bookings;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Idempotency idempotency;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Book a space for a time")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Repeats the first answer when a request is sent again; kept for 24 hours",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @APIResponse(
            responseCode = "201",
            description = "It is booked",
            headers = {
                @Header(name = "Location", description = "Where it is"),
                @Header(name = "ETag", description = "Its version, for If-Match")
            },
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "409", description = "Somebody else has the time; alternatives are named")
    @APIResponse(
            responseCode = "422",
            description = "Against the rules of the space, one violation per broken rule: " + RuleNames.ALL)
    public Response request(RequestBooking wish) {
        return idempotency.once(wish, () -> {
            BookingView booked = bookings.request(caller.get(), wish);
            return Response.created(uri.getBaseUriBuilder()
                            .path(BookingsResource.class)
                            .path(booked.id())
                            .build())
                    .header(HttpHeaders.ETAG, Etags.of(booked.version()))
                    .entity(booked)
                    .build();
        });
    }

    @GET
    @Operation(summary = "One's own bookings, or those of a space or an organisation that one manages; by start")
    @Parameter(
            name = "mine",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.BOOLEAN),
            description = "Only the caller's own; so it is too where neither spaceId nor organisation is given")
    @Parameter(name = "spaceId", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "organisation", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(implementation = Status.class))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Bookings that end after this",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Bookings that start before this",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @APIResponse(responseCode = "200", description = "A page of bookings")
    public Page<BookingView> list() {
        var parameters = Parameters.of(uri);
        var from = parameters.instant("from");
        var to = parameters.instant("to");
        parameters.inOrder(instant(from), "to", instant(to));
        var query = new BookingQuery(
                parameters.flag("mine"),
                parameters.text("spaceId"),
                parameters.text("organisation"),
                parameters.constant("status", Status.class),
                instant(from),
                instant(to),
                null,
                false);
        return bookings.list(caller.get(), query, parameters.page(), parameters.size());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A booking of one's own, or of a space that one manages")
    @APIResponse(
            responseCode = "200",
            description = "The booking",
            headers = @Header(name = "ETag", description = "Its version, for If-Match"),
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    public Response get(@PathParam("id") String id) {
        return answer(bookings.get(caller.get(), id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(summary = "Move a booking, or make it longer; when that is refused, the old time is kept")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description =
                    "The ETag that was read, for whoever wants to be sure that owner or booker has not changed it since",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The booking as it is now",
            headers = @Header(name = "ETag", description = "Its version, for If-Match"),
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "412", description = "The booking is other than the one that was read")
    @APIResponse(responseCode = "409", description = "Somebody else has that time, or the booking has begun or ended")
    @APIResponse(
            responseCode = "422",
            description =
                    "Against the rules of the space, one violation per broken rule; approval-on-move where the owner"
                            + " has to be asked, and " + RuleNames.ALL)
    public Response change(@PathParam("id") String id, ChangeBooking change) {
        return answer(bookings.change(
                caller.get(), id, change, Etags.expected(headers).orAny()));
    }

    private static Response answer(BookingView booking) {
        return Response.ok(booking)
                .header(HttpHeaders.ETAG, Etags.of(booking.version()))
                .build();
    }

    @POST
    @Path("{id}/cancellation")
    @Operation(summary = "Give a booking back; its time is free at once")
    @APIResponse(
            responseCode = "200",
            description = "The booking, cancelled",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "409", description = "It is cancelled already, or has begun")
    @APIResponse(responseCode = "422", description = "Too late by the rules of the space: cancel-before")
    public BookingView cancel(@PathParam("id") String id, Cancellation cancellation) {
        return bookings.cancel(caller.get(), id, cancellation == null ? null : cancellation.reason());
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
