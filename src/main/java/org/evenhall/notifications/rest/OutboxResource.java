package org.evenhall.notifications.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.notifications.Deliveries;
import org.evenhall.notifications.UndeliveredView;
import org.evenhall.platform.http.Parameters;

/** News that could not be delivered. For administrators. */
@ApplicationScoped
@Path("outbox/parked")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class OutboxResource {

    @Inject
    private Deliveries deliveries;

    @Inject
    private CurrentCaller caller;

    @Context
    private UriInfo uri;

    @GET
    @Operation(summary = "News that could not be delivered in all its tries, the latest first")
    @APIResponse(responseCode = "200", description = "A page of deliveries")
    @APIResponse(responseCode = "403", description = "Only administrators see them")
    public Page<UndeliveredView> parked() {
        var parameters = Parameters.of(uri);
        return deliveries.parked(caller.get(), parameters.page(), parameters.size());
    }

    @POST
    @Path("retry")
    @Operation(summary = "Try to deliver all of it again, from the beginning")
    @APIResponse(responseCode = "204", description = "It is tried again within about a second")
    @APIResponse(responseCode = "403", description = "Only administrators do so")
    public void retryAll() {
        deliveries.retryAll(caller.get());
    }

    @POST
    @Path("{id}/retry")
    @Operation(summary = "Try to deliver it again, from the beginning")
    @APIResponse(responseCode = "204", description = "It is tried again within about a second")
    @APIResponse(responseCode = "403", description = "Only administrators do so")
    @APIResponse(responseCode = "404", description = "No such delivery waits to be tried again")
    public void retry(@PathParam("id") String id) {
        deliveries.retry(caller.get(), id);
    }
}
