package org.evenhall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.evenhall.proof.Size;
import org.evenhall.server.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever comes in, the server answers in its own words: never with a 5xx, a stack trace or a class name. */
@ExtendWith(RunningServer.class)
class FuzzApiIT {

    private static final long SEED = Long.getLong("evenhall.seed", 20_261_122L);
    private static final int REQUESTS = Size.rounds(400, 20_000);

    private static final List<String> PATHS = List.of(
            "/spaces",
            "/spaces/%s",
            "/spaces/%s/availability",
            "/spaces/%s/calendar.ics",
            "/availability",
            "/areas",
            "/areas/%s",
            "/organisations",
            "/organisations/%s",
            "/alliances",
            "/alliances/%s",
            "/bookings",
            "/bookings/%s",
            "/bookings/%s/cancellation",
            "/opening-hours/expansion",
            "/imports/%s",
            "/reports/utilisation",
            "/tokens",
            "/tokens/current",
            "/audits/calendar",
            "/%s");
    private static final List<String> PARAMETERS = List.of(
            "q",
            "kind",
            "area",
            "organisation",
            "organisationKind",
            "near",
            "radius",
            "minCapacity",
            "amenity",
            "stepFree",
            "date",
            "dateFrom",
            "dateTo",
            "weekdays",
            "from",
            "to",
            "duration",
            "people",
            "page",
            "size",
            "mine",
            "spaceId",
            "status",
            "groupBy",
            "parent",
            "level",
            "format");
    private static final List<String> FIELDS = List.of(
            "spaceId",
            "start",
            "end",
            "people",
            "purpose",
            "note",
            "username",
            "password",
            "openingHours",
            "from",
            "to",
            "zone",
            "country",
            "region",
            "reason");
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
    private static final List<String> TYPES =
            List.of("application/json", "text/plain", "application/json; charset=utf-16", "x", "application/xml");

    private final Random random = new Random(SEED);
    private final List<String> values = List.of(
            "",
            "0",
            "-1",
            "1",
            "200",
            "201",
            "2147483648",
            "99999999999999999999",
            "1e400",
            "NaN",
            "null",
            "true",
            "LIBRARY",
            "STUDY_ROOM",
            "library",
            "PLACES",
            "CONFIRMED",
            "2026-11-23",
            "2026-02-30",
            "2026-11-31",
            "-999999999-01-01",
            "+999999999-12-31",
            "9999-12-31",
            "1969-12-31",
            "18:30",
            "24:00",
            "25:30",
            "48:00",
            "48:05",
            "99:99",
            "PT2H",
            "PT0S",
            "PT-2H",
            "P1000000D",
            "PT2562047788015215H",
            "52.52,13.405",
            "91,0",
            "0,181",
            "NaN,NaN",
            "52,13,1",
            "2026-11-23T18:30:00+01:00",
            "2026-11-23T18:30:00",
            "2026-03-29T02:30:00+01:00",
            "+999999999-12-31T23:59:59.999999999-18:00",
            "2026-11-23T18:30:00Z",
            "Mo-Fr 18:00-21:30; PH off",
            "24/7",
            "Mo-Fr 18:00-sunset",
            "Mo-Fr (",
            "\u0000",
            "\uD800",
            "'; DROP TABLE claim; --",
            "%",
            "%00",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "Europe/Berlin",
            "Mars/Base",
            "DE",
            "be",
            "CN",
            "MO,TU",
            "MO,,XX",
            "organisation",
            "area",
            "space",
            "week",
            "csv",
            "pdf",
            "x".repeat(3000),
            "你好",
            "😀",
            "{}",
            "[]",
            "\"",
            "\\",
            "a&b=c",
            "*");

    @Test
    void noInputWhateverMakesItFail(RunningServer server) {
        List<Client> callers = List.of(
                Client.nobody(server),
                Client.anew(server, "resident"),
                Client.anew(server, "coordinator"),
                Client.anew(server, "admin"));
        String space = Rooms.idOf(Rooms.another(server));
        for (int i = 0; i < REQUESTS; i++) {
            Client caller = callers.get(random.nextInt(callers.size()));
            String method = one(METHODS);
            String path = PATHS.get(random.nextInt(PATHS.size()))
                    .formatted(random.nextInt(3) == 0 ? space : Client.encoded(value()));
            path += query();
            String type = random.nextInt(4) > 0 ? "application/json" : one(TYPES);
            String body = method.equals("GET") ? "" : body();
            var answer = caller.send(method, path, type, body.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status())
                    .as("seed %s, request %s: %s %s %s", SEED, i, method, path, body)
                    .isBetween(200, 499);
            assertThat(answer.body())
                    .as("seed %s, request %s: %s %s %s", SEED, i, method, path, body)
                    .doesNotContain("Exception", "\tat ", "org.evenhall", "Payara", "GlassFish", "SQLSTATE");
        }
        assertThat(Client.of(server, "admin")
                        .post("/audits/calendar", "")
                        .json()
                        .getAsJsonArray("differences"))
                .isEmpty();
    }

    private String query() {
        StringBuilder query = new StringBuilder();
        for (int n = random.nextInt(5); n > 0; n--) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(one(PARAMETERS))
                    .append('=')
                    .append(Client.encoded(value()));
        }
        return query.toString();
    }

    private String body() {
        if (random.nextInt(5) == 0) {
            return value();
        }
        StringBuilder body = new StringBuilder("{");
        for (int n = random.nextInt(7); n > 0; n--) {
            body.append(body.length() > 1 ? "," : "")
                    .append('"')
                    .append(one(FIELDS))
                    .append("\":")
                    .append(member());
        }
        return random.nextInt(10) == 0 ? body.toString() : body.append('}').toString();
    }

    private String member() {
        return switch (random.nextInt(6)) {
            case 0 -> String.valueOf(random.nextInt(-5, 300));
            case 1 -> one(List.of("null", "true", "[]", "{}", "1e999", "-0", "12345678901234567890", "[[[[]]]]"));
            default -> "\"" + value().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        };
    }

    private String value() {
        return one(values);
    }

    private String one(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
