package org.evenhall.portal.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.openings.Openings;
import org.evenhall.organisations.OrganisationKind;
import org.evenhall.platform.http.Etags;
import org.evenhall.platform.http.Parameters;
import org.evenhall.policies.Policies;
import org.evenhall.spaces.Amenity;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.CatalogueParameters;
import org.evenhall.spaces.Publishing;
import org.evenhall.spaces.SpaceCard;
import org.evenhall.spaces.SpaceKind;

/** The catalogue of spaces. */
@ApplicationScoped
@Path("spaces")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class SpacesResource {

    @Inject
    private Catalogue catalogue;

    @Inject
    private Publishing publishing;

    @Inject
    private Openings openings;

    @Inject
    private Policies policies;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Clock clock;

    @Context
    private UriInfo uri;

    @GET
    @Operation(summary = "Spaces, nearest first where a point is given, else by name")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "Words that must all occur in the names, the address or the area",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "kind", in = ParameterIn.QUERY, schema = @Schema(implementation = SpaceKind.class))
    @Parameter(
            name = "area",
            in = ParameterIn.QUERY,
            description = "Id of an area; what lies below it counts",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "organisation", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "organisationKind",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = OrganisationKind.class))
    @Parameter(
            name = "near",
            in = ParameterIn.QUERY,
            description = "Latitude and longitude, as in 52.52,13.405",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "radius",
            in = ParameterIn.QUERY,
            description = "Metres from near",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    @Parameter(name = "minCapacity", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    @Parameter(
            name = "amenity",
            in = ParameterIn.QUERY,
            description = "May be repeated; all must be there",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Amenity.class))
    @Parameter(name = "stepFree", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.BOOLEAN))
    @APIResponse(responseCode = "200", description = "A page of spaces")
    public Page<SpaceCard> list() {
        var parameters = Parameters.of(uri);
        return catalogue.list(
                caller.get(), CatalogueParameters.filter(parameters), parameters.page(), parameters.size());
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "A space, with its owner's rules and its opening hours",
            description = "One that is not published is there for its owner alone.")
    @APIResponse(
            responseCode = "200",
            description = "The space",
            headers = @Header(name = "ETag", description = "The version of what its owner states, for If-Match"),
            content = @Content(schema = @Schema(implementation = SpaceDetail.class)))
    public Response get(@PathParam("id") String id) {
        var space = publishing.get(caller.get(), id);
        var listed = space.listed();
        var today = LocalDate.ofInstant(clock.instant(), listed.zone());
        return Response.ok(SpaceDetail.of(space, policies.of(listed), openings.stated(listed, today)))
                .header(HttpHeaders.ETAG, Etags.of(listed.version()))
                .build();
    }
}
