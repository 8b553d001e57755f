package org.evenhall.organisations.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.organisations.AllianceView;
import org.evenhall.organisations.Alliances;
import org.evenhall.platform.http.Parameters;

/** Universities and communities that open rooms together. */
@ApplicationScoped
@Path("alliances")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
public class AlliancesResource {

    @Inject
    private Alliances alliances;

    @Inject
    private CurrentCaller caller;

    @Context
    private UriInfo uri;

    @GET
    @Operation(summary = "Alliances by name")
    @APIResponse(responseCode = "200", description = "A page of alliances")
    public Page<AllianceView> list() {
        var parameters = Parameters.of(uri);
        return alliances.list(caller.get(), parameters.page(), parameters.size());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "An alliance and its members")
    @APIResponse(
            responseCode = "200",
            description = "The alliance",
            content = @Content(schema = @Schema(implementation = AllianceView.class)))
    public AllianceView get(@PathParam("id") String id) {
        return alliances.get(caller.get(), id);
    }
}
