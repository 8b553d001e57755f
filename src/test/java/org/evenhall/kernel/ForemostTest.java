package org.evenhall.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ForemostTest {

    @RepeatedTest(20)
    void everyPageIsTheOneThatSortingWouldGive(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Integer> all = random.ints(random.nextInt(200), 0, 50).boxed().collect(Collectors.toList());
        List<Integer> sorted = all.stream().sorted().toList();
        for (int size : new int[] {1, 7, 50, 200}) {
            for (int page = 0; page < 5; page++) {
                var foremost = Foremost.untilPage(Comparator.<Integer>naturalOrder(), page, size);
                all.forEach(foremost::add);
                assertThat(foremost.page(page, size)).isEqualTo(Page.of(sorted, page, size));
            }
        }
    }

    @Test
    void aPageFarBehindTheEndIsEmptyAndStillCounts() {
        var foremost = Foremost.untilPage(Comparator.<Integer>naturalOrder(), Integer.MAX_VALUE, 200);
        foremost.add(1);
        assertThat(foremost.page(Integer.MAX_VALUE, 200)).isEqualTo(new Page<>(List.of(), 1, Integer.MAX_VALUE, 200));
    }

    @Test
    void whatComesBehindTheLastIsOnlyCounted() {
        var foremost = Foremost.untilPage(Comparator.<Integer>naturalOrder(), 0, 2);
        foremost.add(7);
        assertThat(foremost.last()).isEmpty();
        foremost.add(3);
        foremost.add(5);
        assertThat(foremost.last()).contains(5);
        foremost.passOver();
        assertThat(foremost.page(0, 2).items()).containsExactly(3, 5);
        assertThat(foremost.page(0, 2).total()).isEqualTo(4);
    }
}
