package org.evenhall.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.spaces.Amenity;
import org.evenhall.spaces.CatalogueParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @Test
    void takesAbsentAndEmptyOnesForNothing() {
        var parameters = given("q", "", "date", " ");

        assertThat(parameters.text("q")).isNull();
        assertThat(parameters.date("date")).isNull();
        assertThat(parameters.flag("stepFree")).isFalse();
        assertThat(parameters.page()).isZero();
        assertThat(parameters.size()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({"18:30,1110", "00:00,0", "24:00,1440", "25:30,1530", "48:00,2880"})
    void readsWallClockTimesPastMidnight(String text, int minute) {
        assertThat(given("from", text).minuteOfDay("from")).isEqualTo(minute);
    }

    @ParameterizedTest
    @ValueSource(strings = {"48:01", "18.30", "1830", "18:60", "-1:00", "18:30:00", "99:00"})
    void refusesOtherWallClockTimes(String text) {
        assertMalformed("from", () -> given("from", text).minuteOfDay("from"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "1.5", "abc", "1e9", "99999999999999999999", "１０"})
    void refusesOtherSizes(String size) {
        assertMalformed("size", () -> given("size", size).size());
    }

    @Test
    void refusesAValueGivenTwiceUnlessItIsTheSame() {
        assertThat(given("date", "2026-11-23", "date", "2026-11-23").date("date"))
                .isEqualTo(LocalDate.of(2026, 11, 23));
        assertMalformed(
                "date", () -> given("date", "2026-11-23", "date", "2026-11-24").date("date"));
    }

    @Test
    void readsListsRepeatedOrWithCommas() {
        assertThat(given("amenity", "WIFI,QUIET", "amenity", "PIANO").constants("amenity", Amenity.class))
                .containsExactlyInAnyOrder(Amenity.WIFI, Amenity.QUIET, Amenity.PIANO);
        assertThat(given("weekdays", "MO,TU").weekdays("weekdays"))
                .containsExactly(DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
        assertMalformed("weekdays", () -> given("weekdays", "MO,MONDAY").weekdays("weekdays"));
    }

    @Test
    void forgivesAPlusSignThatWasNotEncoded() {
        assertThat(given("from", "2026-11-23T18:30:00 01:00").instant("from"))
                .isEqualTo(OffsetDateTime.parse("2026-11-23T18:30:00+01:00"));
    }

    @Test
    void refusesTextThatNoDatabaseTakes() {
        assertMalformed("q", () -> given("q", "a\0").text("q"));
        assertMalformed("q", () -> given("q", "a".repeat(201)).text("q"));
    }

    @Test
    void needsAPointForARadius() {
        assertMalformed("near", () -> CatalogueParameters.filter(given("radius", "500")));
        assertThat(CatalogueParameters.filter(given("near", "52.52, 13.405", "radius", "500"))
                        .radius())
                .isEqualTo(500);
        assertMalformed("near", () -> CatalogueParameters.filter(given("near", "91,0")));
        assertMalformed("near", () -> CatalogueParameters.filter(given("near", "NaN,0")));
    }

    @Test
    void wantsEndsAfterBeginnings() {
        assertMalformed("to", () -> given().inOrder(1, "to", 1));
    }

    private static void assertMalformed(String field, ThrowingCallable call) {
        var refused = catchThrowableOfType(Refused.class, call);
        assertThat(refused.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(refused.violations().get(0).field()).isEqualTo(field);
    }

    private static Parameters given(String... namesAndValues) {
        var map = new MultivaluedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Parameters.of(map);
    }
}
