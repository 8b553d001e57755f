package org.evenhall.platform.openapi;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.evenhall.kernel.Reason;
import org.evenhall.platform.http.BodyGate;
import org.evenhall.platform.text.Messages;

/**
 * Completes what the server has made of the annotations. It knows records too little (an annotated one becomes an empty
 * object), and adds a member {@code endpoints} that OpenAPI does not have: so all bodies are described here, from the
 * signatures of the resources, and that member is taken out.
 */
public class Description implements OASFilter {

    private static final Logger LOG = Logger.getLogger(Description.class.getName());
    private static final String PROBLEM = "Problem";
    private static final String BEARER = "bearer";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var schemas = new Schemas(ResourceMethod.all().stream()
                .flatMap(resource -> command(resource.method()).stream())
                .toList());
        problem(schemas);
        for (ResourceMethod resource : ResourceMethod.all()) {
            operation(document, resource).ifPresent(operation -> describe(operation, resource, schemas));
        }
        document.info(OASFactory.createInfo()
                .title("Evenhall")
                .version("1")
                .description("A city's rooms, open after hours: found, booked and reported. Times are ISO 8601 with an"
                        + " offset; ranges are half-open. Errors are problem documents (RFC 9457)."));
        document.servers(List.of(OASFactory.createServer().url("/").description("This server")));
        document.tags(eachOnce(document.getTags()));
        document.components(OASFactory.createComponents()
                .schemas(schemas.named())
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("A token from POST /api/v1/tokens")));
        document.security(List.of(
                OASFactory.createSecurityRequirement(),
                OASFactory.createSecurityRequirement().addScheme(BEARER)));
        withoutEndpoints(document);
    }

    private static void problem(Schemas schemas) {
        schemas.name(
                "Violation",
                OASFactory.createSchema()
                        .type(Schema.SchemaType.OBJECT)
                        .required(List.of("rule", "message"))
                        .addProperty(
                                "rule",
                                text("Name of the rule that is broken; for fields required, format and the like"))
                        .addProperty(
                                "field",
                                text("The field or parameter at fault, null where it is no single one")
                                        .nullable(true))
                        .addProperty("message", text("What is wrong, in the reader's language")));
        schemas.name(
                PROBLEM,
                OASFactory.createSchema()
                        .type(Schema.SchemaType.OBJECT)
                        .description("A problem document (RFC 9457); some types add members")
                        .required(List.of("type", "title", "status", "detail"))
                        .addProperty(
                                "type",
                                text("A path that explains itself in a browser, as in /problems/slot-taken")
                                        .enumeration(Arrays.stream(Reason.values())
                                                .map(reason -> (Object) reason.type())
                                                .toList()))
                        .addProperty("title", text("What kind of problem it is"))
                        .addProperty(
                                "status",
                                OASFactory.createSchema()
                                        .type(Schema.SchemaType.INTEGER)
                                        .format("int32"))
                        .addProperty("detail", text("What is wrong this time"))
                        .addProperty(
                                "violations",
                                OASFactory.createSchema()
                                        .type(Schema.SchemaType.ARRAY)
                                        .items(Schemas.reference("Violation")))
                        .addProperty(
                                "alternatives",
                                OASFactory.createSchema()
                                        .type(Schema.SchemaType.ARRAY)
                                        .description(
                                                "With /problems/slot-taken: what is free instead, which may be nothing")
                                        .items(alternative())));
    }

    private static Schema alternative() {
        return OASFactory.createSchema()
                .type(Schema.SchemaType.OBJECT)
                .required(List.of("space", "start", "end"))
                .addProperty(
                        "space",
                        OASFactory.createSchema()
                                .type(Schema.SchemaType.OBJECT)
                                .description("As GET /api/v1/spaces shows it"))
                .addProperty("start", text("In the zone of the venue").format("date-time"))
                .addProperty("end", text("Exclusive").format("date-time"));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().type(Schema.SchemaType.STRING).description(description);
    }

    private static Optional<Operation> operation(OpenAPI document, ResourceMethod resource) {
        PathItem path = document.getPaths() == null ? null : document.getPaths().getPathItem(resource.path());
        return path == null
                ? Optional.empty()
                : Optional.ofNullable(path.getOperations().get(HttpMethod.valueOf(resource.httpMethod())));
    }

    private static List<Tag> eachOnce(List<Tag> tags) {
        Map<String, Tag> byName = new TreeMap<>();
        if (tags != null) {
            tags.forEach(tag -> byName.putIfAbsent(tag.getName(), tag));
        }
        return List.copyOf(byName.values());
    }

    private static void describe(Operation operation, ResourceMethod resource, Schemas schemas) {
        Method method = resource.method();
        operation.operationId(resource.id());
        operation.parameters(QueryParameters.of(method, schemas));
        command(method)
                .ifPresent(command -> operation.requestBody(OASFactory.createRequestBody()
                        .required(BodyGate.asksFor(method))
                        .content(taken(method, schemas.of(command)))));
        answered(method, schemas).forEach((status, schema) -> success(operation, status, schema));
        headers(operation, method);
        for (Reason reason : expected(operation, resource)) {
            String status = String.valueOf(reason.status());
            var response = operation.getResponses().getAPIResponse(status);
            if (response == null) {
                response = OASFactory.createAPIResponse()
                        .description(Messages.text(Locale.ENGLISH, "problem." + reason.slug() + ".title"));
                operation.getResponses().addAPIResponse(status, response);
            }
            response.content(content("application/problem+json", Schemas.reference(PROBLEM)));
            if (reason == Reason.TOO_MANY || reason == Reason.BUSY) {
                header(response, "Retry-After", "Seconds after which to try again", Schema.SchemaType.INTEGER);
            }
        }
    }

    /** A creation that says where its thing is to be found. */
    private static void headers(Operation operation, Method method) {
        for (APIResponse said : method.getAnnotationsByType(APIResponse.class)) {
            for (var header : said.headers()) {
                header(
                        operation.getResponses().getAPIResponse(said.responseCode()),
                        header.name(),
                        header.description(),
                        Schema.SchemaType.STRING);
            }
        }
    }

    private static void header(
            org.eclipse.microprofile.openapi.models.responses.APIResponse response,
            String name,
            String description,
            Schema.SchemaType type) {
        Map<String, Header> headers = new TreeMap<>();
        if (response.getHeaders() != null) {
            headers.putAll(response.getHeaders());
        }
        headers.put(
                name,
                OASFactory.createHeader()
                        .description(description)
                        .schema(OASFactory.createSchema().type(type)));
        response.headers(headers);
    }

    /** What may go wrong anywhere, what only changes bring, and what the resource says itself. */
    private static Set<Reason> expected(Operation operation, ResourceMethod resource) {
        Set<Reason> expected = new TreeSet<>(Set.of(
                Reason.MALFORMED,
                Reason.UNAUTHENTICATED,
                Reason.FORBIDDEN,
                Reason.NOT_FOUND,
                Reason.NOT_ACCEPTABLE,
                Reason.TOO_MANY,
                Reason.INTERNAL,
                Reason.BUSY));
        if (!resource.httpMethod().equals("GET")) {
            expected.addAll(Set.of(Reason.CONFLICT, Reason.TOO_LARGE, Reason.UNSUPPORTED_TYPE, Reason.INVALID));
        }
        Set<String> said = operation.getResponses().getAPIResponses().keySet();
        Arrays.stream(Reason.values())
                .filter(reason -> said.contains(String.valueOf(reason.status())))
                .forEach(expected::add);
        return expected;
    }

    private static Optional<Class<?>> command(Method method) {
        return Arrays.<Class<?>>stream(method.getParameterTypes())
                .filter(Class::isRecord)
                .findFirst();
    }

    /** In every format that the method says it consumes. */
    private static Content taken(Method method, Schema schema) {
        Consumes said = method.getAnnotation(Consumes.class);
        Content content = OASFactory.createContent();
        for (String mediaType : said == null ? new String[] {MediaType.APPLICATION_JSON} : said.value()) {
            content.addMediaType(mediaType, OASFactory.createMediaType().schema(schema));
        }
        return content;
    }

    /** By the return type where it is a view, else by what the annotation names. */
    private static Map<String, Schema> answered(Method method, Schemas schemas) {
        boolean view = method.getReturnType() != Response.class && method.getReturnType() != void.class;
        Map<String, Schema> answered = new TreeMap<>();
        for (APIResponse response : method.getAnnotationsByType(APIResponse.class)) {
            if (response.responseCode().startsWith("2")) {
                Type named = Arrays.stream(response.content())
                        .map(content -> (Type) content.schema().implementation())
                        .filter(type -> type != Void.class)
                        .findFirst()
                        .orElse(null);
                Type type = view ? method.getGenericReturnType() : named;
                if (type instanceof Class<?> plain && !plain.isRecord()) {
                    type = null;
                }
                if (type != null) {
                    answered.put(response.responseCode(), schemas.of(type));
                }
            }
        }
        if (view && answered.isEmpty() && method.getReturnType().isRecord()) {
            answered.put("200", schemas.of(method.getGenericReturnType()));
        }
        return answered;
    }

    private static void success(Operation operation, String status, Schema schema) {
        var response = operation.getResponses().getAPIResponse(status);
        if (response == null) {
            response = OASFactory.createAPIResponse().description("The answer");
            operation.getResponses().addAPIResponse(status, response);
        }
        Content content = content(MediaType.APPLICATION_JSON, schema);
        if (response.getContent() != null) {
            response.getContent().getMediaTypes().forEach((type, file) -> {
                if (type.startsWith("text/")) {
                    content.addMediaType(type, file);
                }
            });
        }
        response.content(content);
    }

    private static Content content(String mediaType, Schema schema) {
        return OASFactory.createContent()
                .addMediaType(mediaType, OASFactory.createMediaType().schema(schema));
    }

    /** The setter is the server's own, so it is called by its name; without it the member stays, and nothing breaks. */
    private static void withoutEndpoints(OpenAPI document) {
        try {
            document.getClass().getMethod("setEndpoints", Map.class).invoke(document, new TreeMap<>());
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.FINE, "This server adds no endpoints", e);
        }
    }
}
