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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.organisations.OrganisationKind;
import org.evenhall.organisations.OrganisationQuery;
import org.evenhall.organisations.OrganisationView;
import org.evenhall.organisations.Organisations;
import org.evenhall.platform.http.Parameters;

/** The houses that open rooms. */
@ApplicationScoped
@Path("organisations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
public class OrganisationsResource {

    @Inject
    private Organisations organisations;

    @Inject
    private CurrentCaller caller;

    @Context
    private UriInfo uri;

    @GET
    @Operation(summary = "Organisations by name")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "Part of the name",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "kind", in = ParameterIn.QUERY, schema = @Schema(implementation = OrganisationKind.class))
    @Parameter(
            name = "area",
            in = ParameterIn.QUERY,
            description = "Id of the area that they lie in",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "A page of organisations")
    public Page<OrganisationView> list() {
        var parameters = Parameters.of(uri);
        return organisations.list(
                caller.get(),
                new OrganisationQuery(
                        parameters.text("q"),
                        parameters.constant("kind", OrganisationKind.class),
                        parameters.text("area"),
                        parameters.page(),
                        parameters.size()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "An organisation")
    @APIResponse(
            responseCode = "200",
            description = "The organisation",
            content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    public OrganisationView get(@PathParam("id") String id) {
        return organisations.get(caller.get(), id);
    }
}
