package org.evenhall.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

    enum Colour {
        RED,
        GREEN
    }

    record Inner(String name, int amount) {}

    record Wish(
            String text,
            Integer number,
            Boolean truth,
            OffsetDateTime start,
            LocalDate day,
            Duration length,
            Colour colour,
            List<Inner> inner,
            Set<Colour> colours) {}

    @Test
    void readsEveryKindOfComponent() {
        var wish = read("""
                {"text": "Größe 中文 \\ud83c\\udf19", "number": 2.0, "truth": false, "start": "2026-11-23T18:30+01:00",
                 "day": "2026-11-23", "length": "PT90M", "colour": "RED",
                 "inner": [{"name": null, "amount": 3}], "colours": ["RED", "GREEN", "RED"]}
                """);

        assertThat(wish)
                .isEqualTo(new Wish(
                        "Größe 中文 🌙",
                        2,
                        false,
                        OffsetDateTime.parse("2026-11-23T18:30:00+01:00"),
                        LocalDate.of(2026, 11, 23),
                        Duration.ofMinutes(90),
                        Colour.RED,
                        List.of(new Inner(null, 3)),
                        Set.of(Colour.RED, Colour.GREEN)));
    }

    @Test
    void leavesMissingFieldsNullAndUnknownOnesAlone() {
        assertThat(read("{\"unknown\": [1, {\"a\": 1e999}]}").text()).isNull();
    }

    @Test
    void namesEveryFieldThatCannotBeReadAtOnce() {
        var refused = refusal("""
                {"text": 1, "number": "1", "truth": "yes", "start": "2026-11-23T18:30:00", "day": "23.11.2026",
                 "length": "2h", "colour": "BLUE", "inner": [{"amount": 1.5}], "colours": {}}
                """);

        assertThat(refused.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(refused.violations())
                .extracting(Violation::field)
                .containsExactly(
                        "text", "number", "truth", "start", "day", "length", "colour", "inner[0].amount", "colours");
    }

    @Test
    void missesAPrimitiveAsInvalidRatherThanMalformed() {
        var refused = refusal("{\"inner\": [{\"name\": \"a\"}]}");

        assertThat(refused.reason()).isEqualTo(Reason.INVALID);
        assertThat(refused.violations()).extracting(Violation::field).containsExactly("inner[0].amount");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "{",
                "{\"text\": \"a",
                "{\"text\": \"a\"} x",
                "{\"text\": \"a\"} {}",
                "{\"text\": \"a\", \"text\": \"b\"}",
                "{\"text\": \"a\\u0000\"}",
                "{\"text\": \"a\\ud800\"}",
                "{\"text\\udc00\": 1}",
                "{'text': 1}",
                "{\"number\": 01}",
                "{\"number\": NaN}",
                "null",
                "[]",
                "7",
                "\"text\"",
                "{\"inner\": [null]}"
            })
    void refusesWhatIsNoProperJson(String json) {
        assertThat(refusal(json).reason()).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1e999999999", "-1e-999999999", "99999999999", "0.5", "1e20"})
    void refusesNumbersThatDoNotFit(String number) {
        assertThat(refusal("{\"number\": " + number + "}").reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void refusesDeepNestsAndBytesThatAreNoText() {
        assertThat(refusal("{\"text\": " + "[".repeat(100_000)).reason()).isEqualTo(Reason.MALFORMED);
        byte[] latin1 = "{\"text\": \"ü\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(catchThrowableOfType(Refused.class, () -> RecordReader.read(latin1, Wish.class))
                        .reason())
                .isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+999999999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "2026-02-30T10:00:00Z", "", "2026-11-23"})
    void refusesInstantsThatNobodyCanReckonWith(String instant) {
        assertThat(refusal("{\"start\": \"" + instant + "\"}").violations())
                .singleElement()
                .extracting(Violation::field)
                .isEqualTo("start");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+01:00", "+0100", "+01"})
    void takesEveryWayOfWritingAnOffset(String offset) {
        assertThat(read("{\"start\": \"2026-11-23T18:30:00" + offset + "\"}").start())
                .isEqualTo(OffsetDateTime.parse("2026-11-23T18:30:00+01:00"));
    }

    private static Wish read(String json) {
        return RecordReader.read(json.getBytes(StandardCharsets.UTF_8), Wish.class);
    }

    private static Refused refusal(String json) {
        return catchThrowableOfType(Refused.class, () -> read(json));
    }
}
