package org.evenhall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.api.Rooms.at;
import static org.evenhall.api.Rooms.idOf;
import static org.evenhall.api.Rooms.wish;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.evenhall.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningServer.class)
class ReportsApiIT {

    private static final LocalDate DAY = Rooms.tomorrow();
    private static final String TOMORROW = "from=" + DAY + "&to=" + DAY.plusDays(1);
    private static final String HEADER = "key,label,spaces,openHours,bookedHours,usedHours,utilisation,bookings,"
            + "cancelled,noShows,people,eveningOpenHours,eveningBookedHours\r\n";

    private Client coordinator;
    private Client owner;

    @BeforeEach
    void signIn(RunningServer server) {
        coordinator = Client.of(server, "coordinator");
        owner = Client.of(server, "owner");
    }

    private static String utilisation(String query) {
        return "/reports/utilisation?" + TOMORROW + "&" + query;
    }

    private static List<JsonObject> rows(JsonObject report) {
        return StreamSupport.stream(report.getAsJsonArray("rows").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private JsonObject rowOf(String space) {
        return rows(coordinator.get(utilisation("groupBy=space")).json()).stream()
                .filter(row -> row.get("key").getAsString().equals(space))
                .findFirst()
                .orElseThrow();
    }

    /** The hours that the public sees as open. */
    private static double openHours(RunningServer server, String space) {
        var days = Client.nobody(server)
                .get("/spaces/" + space + "/availability?" + TOMORROW)
                .json()
                .getAsJsonArray("days");
        return StreamSupport.stream(
                                days.get(0)
                                        .getAsJsonObject()
                                        .getAsJsonArray("open")
                                        .spliterator(),
                                false)
                        .map(JsonElement::getAsJsonObject)
                        .mapToLong(open -> Duration.between(
                                        OffsetDateTime.parse(open.get("start").getAsString()),
                                        OffsetDateTime.parse(open.get("end").getAsString()))
                                .toSeconds())
                        .sum()
                / 3600.0;
    }

    @Test
    void theCoordinatorSeesABookingAndThatItWasGivenBack(RunningServer server) {
        String room = idOf(Rooms.another(server));
        var before = rowOf(room);
        assertThat(before.get("openHours").getAsDouble()).isEqualTo(openHours(server, room));
        assertThat(before.get("bookings").getAsInt()).isZero();
        var resident = Client.of(server, "resident");
        String booking = resident.post("/bookings", wish(room, at("18:30"), at("20:00")))
                .json()
                .get("id")
                .getAsString();
        var booked = rowOf(room);
        assertThat(booked.get("bookings").getAsInt()).isOne();
        assertThat(booked.get("people").getAsInt()).isEqualTo(2);
        assertThat(booked.get("bookedHours").getAsString()).isEqualTo("1.5");
        assertThat(booked.get("eveningBookedHours").getAsString()).isEqualTo("1.5");
        assertThat(booked.get("usedHours").isJsonNull()).isTrue();
        assertThat(booked.get("utilisation").getAsString()).matches("0\\.\\d{4}");
        assertThat(booked.get("openHours")).isEqualTo(before.get("openHours"));

        resident.post("/bookings/" + booking + "/cancellation", "{}");
        var cancelled = rowOf(room);
        assertThat(cancelled.get("bookings").getAsInt()).isZero();
        assertThat(cancelled.get("cancelled").getAsInt())
                .isEqualTo(1 + before.get("cancelled").getAsInt()); // who was there before may have given it back too
        assertThat(cancelled.get("bookedHours").getAsString()).isEqualTo("0");
        assertThat(cancelled.get("utilisation").getAsString()).isEqualTo("0.0000");
    }

    @Test
    void theReportSaysWhatItIsOf() {
        var report = coordinator
                .with("Accept-Language", "zh")
                .get(utilisation("groupBy=organisationKind"))
                .json();
        assertThat(report.keySet()).containsExactly("from", "to", "groupBy", "rows", "total");
        assertThat(report.get("from").getAsString()).isEqualTo(DAY.toString());
        assertThat(report.get("to").getAsString()).isEqualTo(DAY.plusDays(1).toString());
        assertThat(report.get("groupBy").getAsString()).isEqualTo("organisationKind");
        assertThat(report.getAsJsonObject("total").get("label").getAsString()).isEqualTo("合计");
        assertThat(rows(report)).allSatisfy(row -> assertThat(String.join(",", row.keySet()) + "\r\n")
                .isEqualTo(HEADER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"organisation", "organisationKind", "area", "space", "spaceKind", "month", "week"})
    void theRowsAddUpToTheTotalHoweverTheyAreMade(String groupBy) {
        var report = coordinator.get(utilisation("groupBy=" + groupBy)).json();
        var total = report.getAsJsonObject("total");
        assertThat(rows(report)).isNotEmpty();
        for (String count : List.of("spaces", "bookings", "cancelled")) {
            assertThat(rows(report).stream()
                            .mapToInt(row -> row.get(count).getAsInt())
                            .sum())
                    .isEqualTo(total.get(count).getAsInt());
        }
    }

    @Test
    void everySpaceOfTheCityCountsBookedOrNot(RunningServer server) {
        int listed =
                Client.nobody(server).get("/spaces?size=1").json().get("total").getAsInt();
        var total = coordinator.get(utilisation("groupBy=area")).json().getAsJsonObject("total");
        assertThat(total.get("spaces").getAsInt()).isEqualTo(listed);
    }

    @Test
    void anOwnerSeesTheirOwnHouseOnly(RunningServer server) {
        var own = rows(owner.get(utilisation("groupBy=organisation")).json());
        assertThat(own).hasSize(1);
        var others = rows(Client.of(server, "university")
                .get(utilisation("groupBy=organisation"))
                .json());
        assertThat(others).hasSize(1);
        String ownKey = own.get(0).get("key").getAsString();
        String otherKey = others.get(0).get("key").getAsString();
        assertThat(ownKey).isNotEqualTo(otherKey);
        assertThat(owner.get(utilisation("organisation=" + ownKey)).status()).isEqualTo(200);
        assertThat(owner.get(utilisation("organisation=" + otherKey)).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"resident, 403", "resident2, 403", "owner, 200", "university, 200", "coordinator, 200", "admin, 200"})
    void reportsAreForThoseWhoAnswerForTheHouses(String username, int status, RunningServer server) {
        assertThat(Client.of(server, username)
                        .get(utilisation("groupBy=organisation"))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void whoHasNotSignedInIsAskedTo(RunningServer server) {
        var answer = Client.nobody(server).get(utilisation("groupBy=area"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("/problems/unauthenticated");
    }

    @Test
    void theSameTableIsThereAsAFile() {
        var byHeader = coordinator.with("Accept", "text/csv").get(utilisation("groupBy=organisation"));
        assertThat(byHeader.status()).isEqualTo(200);
        assertThat(byHeader.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(byHeader.header("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"utilisation-organisation-%s-%s.csv\"".formatted(DAY, DAY.plusDays(1)));
        assertThat(byHeader.body()).startsWith(HEADER).contains("\r\ntotal,Total,");
        assertThat(byHeader.header("Vary")).contains("Accept-Language", "Authorization");
        assertThat(coordinator
                        .with("Accept", "text/html")
                        .get(utilisation("format=csv"))
                        .body())
                .isEqualTo(byHeader.body());
        assertThat(coordinator.get(utilisation("format=csv")).body()).isEqualTo(byHeader.body());
        assertThat(coordinator
                        .with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                        .get(utilisation("format=csv"))
                        .body())
                .isEqualTo(byHeader.body());
    }

    @Test
    void jsonIsWhatComesWhereNothingElseIsAsked() {
        for (String accept : List.of("*/*", "application/json", "text/csv;q=0.5, application/json")) {
            assertThat(coordinator
                            .with("Accept", accept)
                            .get(utilisation("groupBy=area"))
                            .header("Content-Type"))
                    .startsWith("application/json");
        }
        assertThat(coordinator
                        .with("Accept", "text/csv")
                        .get(utilisation("format=json"))
                        .header("Content-Type"))
                .startsWith("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    void otherFilesAreNotThereYet(String type) {
        var answer = coordinator.with("Accept", type).get(utilisation("groupBy=area"));
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.problem()).isEqualTo("/problems/not-acceptable");
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-03-28, 400, to",
        "to=2026-03-28, 400, from",
        "from=2026-03-28&to=2026-03-28, 400, to",
        "from=2026-03-28&to=2026-03-27, 400, to",
        "from=2026-03-28&to=2027-05-03, 400, to",
        "from=28.3.2026&to=2026-04-04, 400, from",
        "from=2026-03-28&to=2026-04-04&groupBy=hourOfWeek, 400, groupBy",
        "from=2026-03-28&to=2026-04-04&groupBy=AREA, 400, groupBy",
        "from=2026-03-28&to=2026-04-04&format=doc, 400, format",
        "from=2026-03-28&to=2026-04-04&format=xlsx, 406, format",
        "from=2026-03-28&to=2026-04-04&format=pdf, 406, format"
    })
    void whatCannotBeReadIsNamed(String query, int status, String field) {
        var answer = coordinator.get("/reports/utilisation?" + query);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json()
                        .getAsJsonArray("violations")
                        .get(0)
                        .getAsJsonObject()
                        .get("field")
                        .getAsString())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"area=nowhere", "alliance=nobody", "organisation=nothing"})
    void aFilterThatNamesNothingIsNotFound(String filter) {
        assertThat(coordinator.get(utilisation(filter)).status()).isEqualTo(404);
    }

    @Test
    void theContractDescribesIt(RunningServer server) {
        assertThat(Client.nobody(server)
                        .get(server.baseUri().resolve("/openapi").toString())
                        .body())
                .contains("/reports/utilisation")
                .contains("text/csv");
    }
}
