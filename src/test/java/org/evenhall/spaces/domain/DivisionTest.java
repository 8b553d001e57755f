package org.evenhall.spaces.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhall.spaces.domain.Division.Range;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DivisionTest {

    private static final Division HALL = new Division(Map.of("hall", new Range(0, 1)));

    @Test
    void theFirstPartIsNarrowerThanItsWhole() {
        var divided = HALL.with("half", "hall", 1);

        assertThat(divided.ranges().get("hall").encloses(divided.ranges().get("half")))
                .isTrue();
        assertThat(divided.wholeOf("half")).contains("hall");
        assertThat(divided.partsOf("hall")).containsExactly("half");
    }

    @Test
    void aHallIsDividedInHalvesAndThoseInQuarters() {
        var divided = HALL.with("left", "hall", 1)
                .with("right", "hall", 1)
                .with("left front", "left", 1)
                .with("left back", "left", 1)
                .with("right front", "right", 1);

        assertThat(divided.partsOf("hall")).containsExactly("left", "right");
        assertThat(divided.partsOf("left")).containsExactly("left front", "left back");
        assertThat(divided.partsOf("right")).containsExactly("right front");
        assertThat(touching(divided, "left front")).containsExactlyInAnyOrder("hall", "left", "left front");
        assertThat(touching(divided, "right")).containsExactlyInAnyOrder("hall", "right", "right front");
    }

    @Test
    void fortySeatsFitWhereRoomWasLeftForThem() {
        var library = HALL.with("reading room", "hall", 64);
        var before = library.ranges();
        for (int i = 0; i < 40; i++) {
            library = library.with("seat " + i, "reading room", 1);
        }

        assertThat(library.ranges()).containsAllEntriesOf(before);
        assertThat(library.partsOf("reading room")).hasSize(40);
    }

    @Test
    void numberingAnewIsRareWhenPartsAreAddedOneAfterTheOther() {
        var division = HALL;
        int renumbered = 0;
        for (int i = 0; i < 1000; i++) {
            var next = division.with("seat " + i, "hall", 1);
            renumbered += next.ranges().entrySet().containsAll(division.ranges().entrySet()) ? 0 : 1;
            division = next;
        }

        assertThat(renumbered).isLessThan(15);
    }

    @Test
    void depthIsNotLimitedByTheWidthOfNumbers() {
        var division = HALL;
        String whole = "hall";
        for (int depth = 1; depth <= 100; depth++) {
            division = division.with("depth " + depth, whole, 1);
            whole = "depth " + depth;
        }

        assertThat(touching(division, whole)).hasSize(101);
        for (int depth = 2; depth <= 100; depth++) {
            assertThat(division.wholeOf("depth " + depth)).contains("depth " + (depth - 1));
        }
    }

    @RepeatedTest(200)
    void siblingsLieApartAndPartsInsideAndTheirOrderStays(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var division = HALL;
        Map<String, List<String>> expected = new HashMap<>();
        List<String> all = new ArrayList<>(List.of("hall"));
        for (int i = 0; i < 60; i++) {
            String whole = random.nextInt(3) == 0 ? all.get(all.size() - 1) : all.get(random.nextInt(all.size()));
            String part = "part " + i;
            division = division.with(part, whole, 1 + random.nextInt(4));
            expected.computeIfAbsent(whole, key -> new ArrayList<>()).add(part);
            all.add(part);
        }

        for (String whole : all) {
            List<String> parts = division.partsOf(whole);
            assertThat(parts).isEqualTo(expected.getOrDefault(whole, List.of()));
            int free = division.ranges().get(whole).from();
            for (String part : parts) {
                assertThat(division.ranges().get(part).from()).isGreaterThanOrEqualTo(free);
                assertThat(division.ranges()
                                .get(whole)
                                .encloses(division.ranges().get(part)))
                        .isTrue();
                free = division.ranges().get(part).to();
            }
        }
    }

    private static Set<String> touching(Division division, String id) {
        Range range = division.ranges().get(id);
        return division.ranges().entrySet().stream()
                .filter(other -> other.getValue().from() < range.to()
                        && range.from() < other.getValue().to())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
