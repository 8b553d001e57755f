package org.evenhall.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.identity.Credentials;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.identity.IssuedToken;
import org.evenhall.identity.Tokens;

/** How programs sign in. */
@ApplicationScoped
@Path("tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
public class TokensResource {

    @Inject
    private Tokens tokens;

    @Inject
    private CurrentCaller caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Get a token for a name and a password; it holds for twelve hours")
    @APIResponse(
            responseCode = "201",
            description = "The token; show it as Authorization: Bearer",
            content = @Content(schema = @Schema(implementation = IssuedToken.class)))
    @APIResponse(responseCode = "401", description = "Name or password are wrong")
    @APIResponse(responseCode = "422", description = "Name or password are missing")
    public Response issue(Credentials credentials) {
        return Response.status(Response.Status.CREATED)
                .entity(tokens.issue(credentials))
                .header("Cache-Control", "no-store")
                .build();
    }

    @DELETE
    @Path("current")
    @Operation(summary = "Revoke the token that this request shows")
    @APIResponse(responseCode = "204", description = "It is nobody's from now on")
    @APIResponse(responseCode = "401", description = "No token was shown")
    public void revoke(@HeaderParam("Authorization") String authorization) {
        tokens.revoke(caller.get(), Tokens.inHeader(authorization).orElse(""));
    }
}
