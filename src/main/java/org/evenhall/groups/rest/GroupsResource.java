package org.evenhall.groups.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.evenhall.groups.GroupView;
import org.evenhall.groups.Groups;
import org.evenhall.groups.StateGroup;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.http.Etags;
import org.evenhall.platform.http.Idempotency;
import org.evenhall.platform.http.Parameters;

/** The groups of people that an organisation keeps. */
@ApplicationScoped
@Path("groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Groups")
public class GroupsResource {

    private static final String VERSION = "The ETag that came with the group";

    @Inject
    private Groups groups;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Idempotency idempotency;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @GET
    @Operation(summary = "The groups of an organisation, by name; for its owner")
    @Parameter(
            name = "organisation",
            in = ParameterIn.QUERY,
            required = true,
            description = "Id of the organisation",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "A page of groups")
    public Page<GroupView> list() {
        var parameters = Parameters.of(uri);
        caller.get().mustBeSignedIn();
        String organisation = parameters.needed("organisation", parameters.text("organisation"));
        return groups.list(caller.get(), organisation, parameters.page(), parameters.size());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a group; for the owner of the organisation")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Repeats the first answer when a request is sent again; kept for 24 hours",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @APIResponse(
            responseCode = "201",
            description = "The group",
            headers = {
                @Header(name = "Location", description = "Where it is"),
                @Header(name = "ETag", description = "Its version, for If-Match")
            },
            content = @Content(schema = @Schema(implementation = GroupView.class)))
    public Response create(StateGroup group) {
        mustBeThere(group);
        return idempotency.once(group, () -> {
            GroupView made = groups.create(caller.get(), group);
            return Response.created(uri.getBaseUriBuilder()
                            .path(GroupsResource.class)
                            .path(made.id())
                            .build())
                    .header(HttpHeaders.ETAG, Etags.of(made.version()))
                    .entity(made)
                    .build();
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A group; for the owner of its organisation")
    @APIResponse(
            responseCode = "200",
            description = "The group",
            headers = @Header(name = "ETag", description = "Its version, for If-Match"),
            content = @Content(schema = @Schema(implementation = GroupView.class)))
    public Response get(@PathParam("id") String id) {
        return answer(groups.get(caller.get(), id));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give a group another name and other members; it stays with its organisation")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = VERSION,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The group as it is now",
            headers = @Header(name = "ETag", description = "Its version, for If-Match"),
            content = @Content(schema = @Schema(implementation = GroupView.class)))
    @APIResponse(responseCode = "412", description = "Somebody else changed it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(@PathParam("id") String id, StateGroup group) {
        mustBeThere(group);
        return answer(groups.change(caller.get(), id, group, Etags.expected(headers)));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Dissolve a group")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = VERSION,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "412", description = "Somebody else changed it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public void remove(@PathParam("id") String id) {
        groups.remove(caller.get(), id, Etags.expected(headers));
    }

    private static void mustBeThere(StateGroup group) {
        if (group == null) {
            throw Refused.malformed(Violation.of("json", null, "malformed.empty"));
        }
    }

    private static Response answer(GroupView group) {
        return Response.ok(group)
                .header(HttpHeaders.ETAG, Etags.of(group.version()))
                .build();
    }
}
