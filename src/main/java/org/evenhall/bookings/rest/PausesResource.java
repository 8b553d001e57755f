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
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.bookings.Pauses;
import org.evenhall.bookings.Pauses.PauseView;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.platform.http.Parameters;

/** Who may not book for a while after too many no-shows, and what is said about it. */
@ApplicationScoped
@Path("pauses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bookings")
public class PausesResource {

    @Inject
    private Pauses pauses;

    @Inject
    private CurrentCaller caller;

    @Context
    private UriInfo uri;

    @GET
    @Operation(summary = "One's own pauses, or those of an organisation that one manages; the latest first")
    @Parameter(
            name = "mine",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.BOOLEAN),
            description = "Only the caller's own; so it is too where no organisation is given")
    @Parameter(name = "organisation", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "open",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.BOOLEAN),
            description = "Only those that are in the way at the moment")
    @APIResponse(responseCode = "200", description = "A page of pauses")
    public Page<PauseView> list() {
        var parameters = Parameters.of(uri);
        String organisation = parameters.flag("mine") ? null : parameters.text("organisation");
        return pauses.list(caller.get(), organisation, parameters.flag("open"), parameters.page(), parameters.size());
    }

    @POST
    @Path("{id}/appeal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tell the owner why the pause is not right; once")
    @APIResponse(
            responseCode = "200",
            description = "The pause",
            content = @Content(schema = @Schema(implementation = PauseView.class)))
    @APIResponse(responseCode = "409", description = "It is over, or there is an appeal already")
    public PauseView appeal(@PathParam("id") String id, Pauses.Appeal appeal) {
        return pauses.appeal(caller.get(), id, appeal);
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Lift a pause, or answer its appeal and leave it, as the owner")
    @APIResponse(
            responseCode = "200",
            description = "The pause",
            content = @Content(schema = @Schema(implementation = PauseView.class)))
    @APIResponse(responseCode = "409", description = "It is over, or there is nothing to answer")
    public PauseView decide(@PathParam("id") String id, Pauses.Decision decision) {
        return pauses.decide(caller.get(), id, decision);
    }
}
