package org.evenhall.availability.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.availability.AuditView;
import org.evenhall.availability.Auditor;
import org.evenhall.availability.Nights;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.platform.http.Parameters;

/** The auditor, for administrators. */
@ApplicationScoped
@Path("audits/calendar")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class AuditsResource {

    @Inject
    private Auditor auditor;

    @Inject
    private Nights nights;

    @Inject
    private CurrentCaller caller;

    @Context
    private UriInfo uri;

    @POST
    @Operation(summary = "Compute every day sheet from the claims again, and every claim from its holder")
    @APIResponse(
            responseCode = "200",
            description = "What was looked at, and every difference",
            content = @Content(schema = @Schema(implementation = AuditView.class)))
    public AuditView audit() {
        return auditor.audit(caller.get());
    }

    @GET
    @Operation(summary = "What the auditor found by night; the latest first")
    @APIResponse(responseCode = "200", description = "A page of nights")
    public Page<Nights.NightView> nights() {
        var parameters = Parameters.of(uri);
        return nights.list(caller.get(), parameters.page(), parameters.size());
    }
}
