package org.evenhall.exchange.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.exchange.ImportFile;
import org.evenhall.exchange.ImportView;
import org.evenhall.exchange.Imports;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.platform.http.Idempotency;
import org.evenhall.platform.http.Parameters;

/** Hand in a file of houses, and see what became of it. For administrators. */
@ApplicationScoped
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class ImportsResource {

    @Inject
    private Imports imports;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Idempotency idempotency;

    @Context
    private UriInfo uri;

    /** What two requests with one idempotency key must have in common. */
    private record Handed(ImportFile file, String hash) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Import the houses of a city; the body is the file, up to 64 MB")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, enumeration = ImportFile.OSM_GEOJSON))
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            description = "Only say what would change",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "source",
            in = ParameterIn.QUERY,
            description = "Whose new edition the file is: what this source stated before and the file leaves out is"
                    + " hidden. Without it the ids in the file tell",
            schema = @Schema(type = SchemaType.STRING, pattern = "[a-z0-9-]{1,40}"))
    @Parameter(
            name = "zone",
            in = ParameterIn.QUERY,
            description = "Time zone of the venues; by default that of most venues so far",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "country",
            in = ParameterIn.QUERY,
            description = "Whose public holidays hold (ISO 3166-1)",
            schema = @Schema(type = SchemaType.STRING, pattern = "[A-Z]{2}"))
    @Parameter(
            name = "region",
            in = ParameterIn.QUERY,
            description = "The same, narrower (ISO 3166-2 without the country)",
            schema = @Schema(type = SchemaType.STRING, pattern = "[a-z0-9]{1,3}"))
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Repeats the first answer when a request is sent again; kept for 24 hours",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/geo+json",
                            schema = @Schema(type = SchemaType.OBJECT, description = "A FeatureCollection (RFC 7946)")))
    @APIResponse(
            responseCode = "202",
            description = "It has begun; Location says where to ask how far it is",
            headers = @Header(name = "Location", description = "Where it is"),
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "403", description = "Only administrators import")
    @APIResponse(responseCode = "413", description = "The file is larger than 64 MB")
    @APIResponse(responseCode = "503", description = "Another import is running")
    public Response start(InputStream body) {
        var file = file();
        var upload = imports.receive(caller.get(), body);
        return idempotency.once(new Handed(file, upload.hash()), () -> {
            String id = imports.start(caller.get(), file, upload);
            return Response.accepted(imports.run(caller.get(), id))
                    .location(uri.getBaseUriBuilder()
                            .path(ImportsResource.class)
                            .path(id)
                            .build())
                    .build();
        });
    }

    @GET
    @Operation(summary = "Imports, the latest first, without their problems")
    @APIResponse(responseCode = "200", description = "A page of imports")
    @APIResponse(responseCode = "403", description = "Only administrators import")
    public Page<ImportView> list() {
        var parameters = Parameters.of(uri);
        return imports.runs(caller.get(), parameters.page(), parameters.size());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How far an import is, and what it could not take as it was")
    @APIResponse(
            responseCode = "200",
            description = "The import",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "403", description = "Only administrators import")
    @APIResponse(responseCode = "404", description = "There is no such import")
    public ImportView get(@PathParam("id") String id) {
        return imports.run(caller.get(), id);
    }

    private ImportFile file() {
        var parameters = Parameters.of(uri);
        return new ImportFile(
                parameters.text("format"),
                parameters.flag("dryRun"),
                parameters.text("source"),
                parameters.zone("zone"),
                parameters.text("country"),
                parameters.text("region"));
    }
}
