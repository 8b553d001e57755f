package org.evenhall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenhall.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The document says what the resources do, and only that. */
@ExtendWith(RunningServer.class)
class OpenApiIT {

    private static final Set<String> STANDARD =
            Set.of("openapi", "info", "servers", "paths", "components", "security", "tags", "externalDocs");

    private JsonObject document;

    @BeforeEach
    void read(RunningServer server) {
        document = Client.nobody(server)
                .get(server.baseUri().resolve("/openapi?format=JSON").toString())
                .json();
    }

    @Test
    void describesEveryMethodOfEveryResource() {
        Set<String> described = new TreeSet<>();
        operations().forEach((name, operation) -> described.add(name));

        assertThat(described).containsExactlyInAnyOrderElementsOf(written());
    }

    @Test
    void hasNoMemberThatTheStandardDoesNotKnow() {
        assertThat(document.keySet()).isSubsetOf(STANDARD);
    }

    @Test
    void explainsEveryOperationWithItsProblems() {
        operations().forEach((name, operation) -> {
            assertThat(operation.has("summary")).as(name).isTrue();
            JsonObject responses = operation.getAsJsonObject("responses");
            assertThat(responses.keySet())
                    .as(name)
                    .contains("400", "401", "503")
                    .anyMatch(code -> code.startsWith("2"));
            responses.keySet().stream()
                    .filter(code -> code.startsWith("4") || code.startsWith("5"))
                    .forEach(code -> assertThat(responses
                                    .getAsJsonObject(code)
                                    .getAsJsonObject("content")
                                    .has("application/problem+json"))
                            .as(name + " " + code)
                            .isTrue());
        });
    }

    @Test
    void describesRecordsWithTheirFields() {
        JsonObject schemas = document.getAsJsonObject("components").getAsJsonObject("schemas");

        assertThat(schemas.getAsJsonObject("RequestBooking")
                        .getAsJsonObject("properties")
                        .getAsJsonObject("start")
                        .get("format")
                        .getAsString())
                .isEqualTo("date-time");
        assertThat(references(document)).isSubsetOf(schemas.keySet());
    }

    @Test
    void asksOfACommandOnlyWhatMustBeThere() {
        JsonObject schemas = document.getAsJsonObject("components").getAsJsonObject("schemas");
        assertThat(schemas.getAsJsonObject("StatePolicy").has("required")).isFalse();
        assertThat(schemas.getAsJsonObject("StatePolicy")
                        .getAsJsonObject("properties")
                        .getAsJsonObject("areas")
                        .get("nullable")
                        .getAsBoolean())
                .isTrue();
        assertThat(schemas.getAsJsonObject("SpaceDetail").getAsJsonArray("required"))
                .extracting(JsonElement::getAsString)
                .contains("id", "amenities");
        assertThat(bodyOf("PATCH /api/v1/bookings/{id}")
                        .getAsJsonObject("content")
                        .keySet())
                .contains("application/merge-patch+json", "application/json");
        assertThat(bodyOf("POST /api/v1/bookings/{id}/decision").get("required").getAsBoolean())
                .isTrue();
    }

    @Test
    void tellsOfAlternativesAndOfPreviews() {
        JsonObject problem = document.getAsJsonObject("components")
                .getAsJsonObject("schemas")
                .getAsJsonObject("Problem");
        assertThat(problem.getAsJsonObject("properties").keySet()).contains("violations", "alternatives");
        assertThat(operations()
                        .get("POST /api/v1/spaces")
                        .getAsJsonObject("responses")
                        .keySet())
                .contains("200", "201");
    }

    private JsonObject bodyOf(String operation) {
        return operations().get(operation).getAsJsonObject("requestBody");
    }

    @Test
    void namesEveryOperationAndTagOnce() {
        assertThat(operations().values())
                .extracting(operation -> operation.get("operationId").getAsString())
                .doesNotHaveDuplicates();
        assertThat(document.getAsJsonArray("tags"))
                .extracting(tag -> tag.getAsJsonObject().get("name").getAsString())
                .doesNotHaveDuplicates();
    }

    @Test
    void describesParametersAsTheyAreRead() {
        assertThat(parameters("GET /api/v1/spaces")).containsKeys("near", "minCapacity", "page", "size");
        assertThat(constants(parameters("GET /api/v1/spaces").get("kind"))).contains("SEAT");
        assertThat(constants(parameters("GET /api/v1/spaces").get("amenity").getAsJsonObject("items")))
                .contains("PIANO");
        assertThat(constants(parameters("GET /api/v1/reports/utilisation").get("groupBy")))
                .contains("organisationKind");
        assertThat(parameters("GET /api/v1/spaces/{id}/availability")).containsOnlyKeys("id", "from", "to");
        assertThat(parameters("POST /api/v1/bookings")).containsOnlyKeys("Idempotency-Key");
        assertThat(parameters("POST /api/v1/imports")).containsKeys("dryRun", "Idempotency-Key");
        operations().keySet().forEach(name -> parameters(name)
                .forEach((parameter, schema) -> assertThat(schema.keySet())
                        .as(name + " " + parameter)
                        .contains("type")
                        .doesNotContain("multipleOf", "minItems", "maxProperties")));
    }

    @Test
    void tellsWhereCreationsAreAndWhenToTryAgain() {
        assertThat(headers("POST /api/v1/bookings", "201")).contains("Location");
        assertThat(headers("POST /api/v1/imports", "202")).contains("Location");
        operations().keySet().forEach(name -> assertThat(headers(name, "503")).contains("Retry-After"));
    }

    private Map<String, JsonObject> parameters(String operation) {
        var parameters = new TreeMap<String, JsonObject>();
        JsonElement all = operations().get(operation).get("parameters");
        if (all != null) {
            all.getAsJsonArray()
                    .forEach(each -> parameters.put(
                            each.getAsJsonObject().get("name").getAsString(),
                            each.getAsJsonObject().getAsJsonObject("schema")));
        }
        return parameters;
    }

    private static List<String> constants(JsonObject schema) {
        return schema.getAsJsonArray("enum").asList().stream()
                .map(JsonElement::getAsString)
                .toList();
    }

    private Set<String> headers(String operation, String status) {
        return operations()
                .get(operation)
                .getAsJsonObject("responses")
                .getAsJsonObject(status)
                .getAsJsonObject("headers")
                .keySet();
    }

    private Map<String, JsonObject> operations() {
        var operations = new TreeMap<String, JsonObject>();
        JsonObject paths = document.getAsJsonObject("paths");
        for (String path : paths.keySet()) {
            paths.getAsJsonObject(path).entrySet().stream()
                    .filter(entry -> !entry.getKey().equals("parameters"))
                    .forEach(entry -> operations.put(
                            entry.getKey().toUpperCase(Locale.ROOT) + " " + path,
                            entry.getValue().getAsJsonObject()));
        }
        return operations;
    }

    private static Set<String> written() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.evenhall").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(type -> type.reflect())
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                                .flatMap(method -> Arrays.stream(method.getAnnotations())
                                        .map(Annotation::annotationType)
                                        .filter(verb -> verb.isAnnotationPresent(HttpMethod.class))
                                        .map(verb -> verb.getAnnotation(HttpMethod.class)
                                                        .value() + " /api/v1" + slashed(type.getAnnotation(Path.class))
                                                + slashed(method))))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String slashed(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? "" : slashed(path);
    }

    private static String slashed(Path path) {
        return path.value().startsWith("/") ? path.value() : "/" + path.value();
    }

    private static Set<String> references(JsonElement element) {
        Set<String> references = new TreeSet<>();
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(item -> references.addAll(references(item)));
        } else if (element.isJsonObject()) {
            element.getAsJsonObject().entrySet().forEach(member -> {
                if (member.getKey().equals("$ref")) {
                    references.add(member.getValue().getAsString().replace("#/components/schemas/", ""));
                } else {
                    references.addAll(references(member.getValue()));
                }
            });
        }
        return references;
    }
}
