package org.evenhall.reports.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.http.Parameters;
import org.evenhall.reports.GroupBy;
import org.evenhall.reports.Reports;
import org.evenhall.reports.UtilisationCsv;
import org.evenhall.reports.UtilisationQuery;
import org.evenhall.reports.UtilisationReport;

/** Figures for coordinators, and for owners of what is theirs. */
@ApplicationScoped
@Path("reports")
@Produces({MediaType.APPLICATION_JSON, ReportsResource.CSV, MediaType.WILDCARD})
@Tag(name = "Reports")
public class ReportsResource {

    static final String CSV = "text/csv";

    private static final List<Variant> FORMATS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(CSV))
            .build();

    @Inject
    private Reports reports;

    @Inject
    private CurrentCaller caller;

    @Context
    private UriInfo uri;

    @Context
    private Request request;

    @GET
    @Path("utilisation")
    @Operation(
            summary = "How well the opened hours of a period were used",
            description = "Hours are those open to the public as they stood on each day, less closures; a space that"
                    + " nobody booked counts. Of all spaces that the caller may see: the administrator's are all, a"
                    + " coordinator's those of the alliances and areas, an owner's those of the organisation. By label,"
                    + " then key; months and weeks in the order of time.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            required = true,
            description = "First day",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            required = true,
            description = "Day after the last one; at most 400 days",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "groupBy",
            in = ParameterIn.QUERY,
            description = "What the rows stand for",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {
                                "organisation",
                                "organisationKind",
                                "area",
                                "alliance",
                                "space",
                                "spaceKind",
                                "month",
                                "week"
                            },
                            defaultValue = "organisation"))
    @Parameter(
            name = "area",
            in = ParameterIn.QUERY,
            description = "Id of an area; what lies below it counts",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "alliance",
            in = ParameterIn.QUERY,
            description = "Id of an alliance; what its member organisations and communities open counts",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "organisation",
            in = ParameterIn.QUERY,
            description = "Id of an organisation",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "Says what the header Accept would say, for links; it wins over the header",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"json", "csv"}))
    @APIResponse(
            responseCode = "200",
            description = "The table, as JSON or as a file",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = UtilisationReport.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "403", description = "The caller neither coordinates nor owns what was asked for")
    @APIResponse(responseCode = "406", description = "There is no such format")
    public Response utilisation() {
        var parameters = Parameters.of(uri);
        boolean file = isFile(parameters);
        UtilisationReport report = reports.utilisation(
                caller.get(),
                new UtilisationQuery(
                        parameters.date("from"),
                        parameters.date("to"),
                        groupBy(parameters),
                        parameters.text("area"),
                        parameters.text("alliance"),
                        parameters.text("organisation")));
        var answer = file ? csv(report) : Response.ok(report, MediaType.APPLICATION_JSON_TYPE);
        return answer.header(HttpHeaders.VARY, "Accept, Accept-Language, Authorization")
                .build();
    }

    private static Response.ResponseBuilder csv(UtilisationReport report) {
        StreamingOutput table = out -> UtilisationCsv.write(report, out);
        return Response.ok(table, UtilisationCsv.MEDIA_TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + UtilisationCsv.fileName(report) + "\"");
    }

    private static GroupBy groupBy(Parameters parameters) {
        String word = parameters.text("groupBy");
        return word == null
                ? GroupBy.ORGANISATION
                : GroupBy.of(word)
                        .orElseThrow(() -> Refused.malformed(Violation.of(
                                "format",
                                "groupBy",
                                "malformed.constant",
                                word,
                                Arrays.stream(GroupBy.values())
                                        .map(GroupBy::word)
                                        .collect(Collectors.joining(", ")))));
    }

    private boolean isFile(Parameters parameters) {
        String format = parameters.text("format");
        if (format == null) {
            Variant best = request.selectVariant(FORMATS);
            if (best == null) {
                throw new Refused(Reason.NOT_ACCEPTABLE, "problem.not-acceptable.detail");
            }
            return CSV.equals(best.getMediaType().toString());
        }
        return switch (format) {
            case "csv" -> true;
            case "json" -> false;
            case "xlsx", "pdf" -> throw notKnown(Reason.NOT_ACCEPTABLE, format);
            default -> throw notKnown(Reason.MALFORMED, format);
        };
    }

    private static Refused notKnown(Reason reason, String format) {
        return new Refused(
                reason,
                List.of(Violation.of("format", "format", "malformed.constant", format, "json, csv")),
                "problem." + reason.slug() + ".detail");
    }
}
