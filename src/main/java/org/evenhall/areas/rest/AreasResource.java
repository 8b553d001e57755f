package org.evenhall.areas.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.areas.AreaView;
import org.evenhall.areas.Areas;
import org.evenhall.areas.Level;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.platform.http.Parameters;

/** The city and what it is divided into. */
@ApplicationScoped
@Path("areas")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Areas")
public class AreasResource {

    private static final int AN_HOUR = 3600;

    @Inject
    private Areas areas;

    @Inject
    private CurrentCaller caller;

    @Context
    private UriInfo uri;

    @GET
    @Operation(summary = "Areas by level, then name")
    @Parameter(
            name = "parent",
            in = ParameterIn.QUERY,
            description = "Only those right below this area",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "level", in = ParameterIn.QUERY, schema = @Schema(implementation = Level.class))
    @APIResponse(responseCode = "200", description = "A page of areas")
    public Page<AreaView> list() {
        var parameters = Parameters.of(uri);
        return areas.list(
                caller.get(),
                parameters.text("parent"),
                parameters.constant("level", Level.class),
                parameters.page(),
                parameters.size());
    }

    @GET
    @Path("outlines")
    @Produces("application/geo+json")
    @Operation(summary = "The districts' outlines, simplified for a map (GeoJSON, RFC 7946)")
    @APIResponse(
            responseCode = "200",
            description = "A FeatureCollection; each feature has the id and name of its area")
    public Response outlines() {
        return Response.ok(areas.outlines())
                .header("Cache-Control", "public, max-age=" + AN_HOUR)
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "An area")
    @APIResponse(
            responseCode = "200",
            description = "The area",
            content = @Content(schema = @Schema(implementation = AreaView.class)))
    public AreaView get(@PathParam("id") String id) {
        return areas.get(caller.get(), id);
    }
}
