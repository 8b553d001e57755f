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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.notifications.NoticeView;
import org.evenhall.notifications.Notices;
import org.evenhall.notifications.UnreadNotices;
import org.evenhall.platform.http.Parameters;

/** One's own inbox. */
@ApplicationScoped
@Path("notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices")
public class NoticesResource {

    @Inject
    private Notices notices;

    @Inject
    private CurrentCaller caller;

    @Context
    private UriInfo uri;

    @GET
    @Operation(summary = "What the caller was told, the newest first")
    @Parameter(
            name = "unread",
            in = ParameterIn.QUERY,
            description = "Only what is not read yet",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @APIResponse(responseCode = "200", description = "A page of notices")
    public Page<NoticeView> list() {
        var parameters = Parameters.of(uri);
        return notices.list(caller.get(), parameters.flag("unread"), parameters.page(), parameters.size());
    }

    @GET
    @Path("unread")
    @Operation(summary = "How many notices the caller has not read yet")
    @APIResponse(
            responseCode = "200",
            description = "The number",
            content = @Content(schema = @Schema(implementation = UnreadNotices.class)))
    public UnreadNotices unread() {
        return notices.unread(caller.get());
    }

    @POST
    @Path("{id}/reading")
    @Operation(summary = "Mark a notice as read; again changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "The notice, read",
            content = @Content(schema = @Schema(implementation = NoticeView.class)))
    @APIResponse(responseCode = "404", description = "The caller has no such notice")
    public NoticeView read(@PathParam("id") String id) {
        return notices.read(caller.get(), id);
    }

    @POST
    @Path("reading")
    @Operation(summary = "Mark all notices as read")
    @APIResponse(
            responseCode = "200",
            description = "How many are left, as new ones may have come",
            content = @Content(schema = @Schema(implementation = UnreadNotices.class)))
    public UnreadNotices readAll() {
        return notices.readAll(caller.get());
    }
}
