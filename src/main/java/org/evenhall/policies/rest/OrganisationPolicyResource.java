package org.evenhall.policies.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.policies.PolicyHolder;
import org.evenhall.policies.StatePolicy;
import org.evenhall.policies.StatedPolicy;

/** The rules that an organisation states, and those that hold for it. */
@ApplicationScoped
@Path("organisations/{id}/policy")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies")
public class OrganisationPolicyResource {

    @Inject
    private PolicyAnswers answers;

    @GET
    @Operation(
            summary =
                    "The rules that an organisation states, and all that hold for it, each with the level it comes from")
    @APIResponse(
            responseCode = "200",
            description = "The policy",
            headers = @Header(name = "ETag", description = "Its version, for If-Match"),
            content = @Content(schema = @Schema(implementation = StatedPolicy.class)))
    public Response get(@PathParam("id") String id) {
        return answers.get(PolicyHolder.organisation(id));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "State all rules of an organisation anew (its owner); what is left out is inherited")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag that came with the policy; not needed for a preview",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "preview",
            in = ParameterIn.QUERY,
            description = "Store nothing, and answer what would hold",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @APIResponse(
            responseCode = "200",
            description = "The policy as it is now",
            headers = @Header(name = "ETag", description = "Its version, for If-Match"),
            content = @Content(schema = @Schema(implementation = StatedPolicy.class)))
    @APIResponse(responseCode = "412", description = "Somebody else changed it")
    @APIResponse(responseCode = "422", description = "Some values make no sense, one violation per field")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response put(@PathParam("id") String id, StatePolicy policy) {
        return answers.put(PolicyHolder.organisation(id), policy);
    }
}
