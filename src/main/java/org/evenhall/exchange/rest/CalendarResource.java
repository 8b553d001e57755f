package org.evenhall.exchange.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.exchange.CalendarFeed;
import org.evenhall.identity.CurrentCaller;

/** Calendars to subscribe to. */
@ApplicationScoped
@Path("spaces/{id}/calendar.ics")
@Tag(name = "Calendars")
public class CalendarResource {

    @Inject
    private CalendarFeed feed;

    @Inject
    private CurrentCaller caller;

    @GET
    @Produces("text/calendar;charset=utf-8")
    @Operation(summary = "The busy times of a space, without names (iCalendar, RFC 5545)")
    @APIResponse(responseCode = "200", description = "From a month back to a year ahead")
    public Response calendar(@PathParam("id") String id) {
        return Response.ok(feed.of(caller.get(), id))
                .header("Content-Disposition", "inline; filename=\"calendar.ics\"")
                .build();
    }
}
