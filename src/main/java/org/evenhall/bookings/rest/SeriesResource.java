package org.evenhall.bookings.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import org.evenhall.bookings.Series;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.platform.http.Idempotency;
import org.evenhall.platform.http.Parameters;

/** Bookings that repeat. */
@ApplicationScoped
@Path("bookings/series")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bookings")
public class SeriesResource {

    @Inject
    private Series series;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Idempotency idempotency;

    @Context
    private UriInfo uri;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Book a space for all dates of a rule, in one transaction",
            description =
                    "The rule is one of RFC 5545, section 3.3.10, in the venue's time, with COUNT or UNTIL and at most"
                            + " 200 dates. Each date keeps the rules that a single booking keeps, and counts against the limits of"
                            + " the next.")
    @Parameter(
            name = "preview",
            in = ParameterIn.QUERY,
            description =
                    "Says which dates could be booked now, and why others could not; nothing is stored. Ids, numbers"
                            + " and createdAt are null",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description =
                    "Repeats the first answer when a request is sent again; kept for 24 hours; a preview ignores it",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @APIResponse(
            responseCode = "200",
            description = "A preview",
            content = @Content(schema = @Schema(implementation = Series.SeriesBooked.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is booked; where onConflict is SKIP, without the dates that are named with their reasons",
            headers = @Header(name = "Location", description = "Where it is"),
            content = @Content(schema = @Schema(implementation = Series.SeriesBooked.class)))
    @APIResponse(
            responseCode = "409",
            description = "Somebody else has the time of the dates that are named, and nothing else is in the way;"
                    + " alternatives are for the first of them")
    @APIResponse(
            responseCode = "422",
            description =
                    "Against the rules of the space: one violation per date and broken rule, its field dates[n] with"
                            + " the first date as dates[0]; what all dates break alike is named once. With SKIP, only where no"
                            + " date is left")
    public Response book(Series.RequestSeries wish) {
        if (Parameters.of(uri).flag("preview")) {
            return Response.ok(series.preview(caller.get(), wish)).build();
        }
        return idempotency.once(wish, () -> {
            Series.SeriesBooked booked = series.book(caller.get(), wish);
            return Response.created(uri.getBaseUriBuilder()
                            .path(SeriesResource.class)
                            .path(booked.id())
                            .build())
                    .entity(booked)
                    .build();
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A series of one's own, or of a space that one manages, with all its bookings by start")
    @APIResponse(
            responseCode = "200",
            description = "The series",
            content = @Content(schema = @Schema(implementation = Series.SeriesView.class)))
    public Series.SeriesView get(@PathParam("id") String id) {
        return series.get(caller.get(), id);
    }

    @POST
    @Path("{id}/dates")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Book a date that was left out of one's series, by the rules of today")
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
    @APIResponse(responseCode = "409", description = "Somebody else has the time; alternatives are named")
    @APIResponse(responseCode = "422", description = "Against the rules of the space, or no date that was left out")
    public Response add(@PathParam("id") String id, Series.AddDate date) {
        return idempotency.once(date, () -> {
            BookingView booked = series.add(caller.get(), id, date);
            return Response.created(uri.getBaseUriBuilder()
                            .path(BookingsResource.class)
                            .path(booked.id())
                            .build())
                    .entity(booked)
                    .build();
        });
    }

    @POST
    @Path("{id}/cancellation")
    @Operation(
            summary = "Give back the dates of a series from one on, or all",
            description =
                    "from is a time with an offset, such as the start of a booking, or a day of the venue; without it"
                            + " all dates are meant. What may not be given back any more stays, and is named with the reason.")
    @APIResponse(
            responseCode = "200",
            description = "Which were given back, and which were not",
            content = @Content(schema = @Schema(implementation = Series.SeriesCancelled.class)))
    public Series.SeriesCancelled cancel(@PathParam("id") String id, Series.CancelSeries cancellation) {
        return series.cancel(
                caller.get(), id, cancellation == null ? new Series.CancelSeries(null, null) : cancellation);
    }
}
