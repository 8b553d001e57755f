package org.evenhall.availability.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CellsTest {

    private static final int DAY = 20_000;
    private static final long FIRST = (long) DAY * Cells.PER_DAY;

    @Test
    void aCellHasFiveMinutes() {
        assertThat(Cells.floor(Instant.parse("2026-11-23T17:34:59Z")))
                .isEqualTo(Cells.floor(Instant.parse("2026-11-23T17:30:00Z")));
        assertThat(Cells.ceil(Instant.parse("2026-11-23T17:30:00.001Z")))
                .isEqualTo(Cells.floor(Instant.parse("2026-11-23T17:35:00Z")));
        assertThat(Cells.start(Cells.floor(Instant.parse("1969-12-31T23:59:00Z"))))
                .isEqualTo(Instant.parse("1969-12-31T23:55:00Z"));
    }

    @RepeatedTest(50)
    void setsJustTheCellsOfTheDay(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int from = random.nextInt(-300, 600);
        int to = from + random.nextInt(1, 400);
        long[] words = Cells.mask(DAY, FIRST + from, FIRST + to);
        BitSet expected = new BitSet();
        for (int cell = Math.max(0, from); cell < Math.min(Cells.PER_DAY, to); cell++) {
            expected.set(cell);
        }
        assertThat(BitSet.valueOf(words)).isEqualTo(expected);
    }

    @RepeatedTest(50)
    void findsTheStartsOfLongEnoughRuns(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int bits = 448;
        int length = random.nextInt(1, 150);
        BitSet free = new BitSet();
        for (int at = 0; at < bits; at += random.nextInt(1, 40)) {
            int run = random.nextInt(1, 200);
            free.set(at, Math.min(bits, at + run));
            at += run;
        }
        BitSet expected = new BitSet();
        for (int start = 0; start + length <= bits; start++) {
            expected.set(start, free.get(start, start + length).cardinality() == length);
        }
        long[] words = java.util.Arrays.copyOf(free.toLongArray(), 7);
        Cells.keepStartsOfRuns(words, length);
        assertThat(BitSet.valueOf(words)).isEqualTo(expected);
        assertThat(Cells.firstSet(words)).isEqualTo(expected.nextSetBit(0));
    }

    @RepeatedTest(20)
    void aDaySheetSurvivesTheDatabase(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        long[] words = random.longs(Cells.WORDS).toArray();
        words[4] &= 0xFFFF_FFFFL;
        ByteBuffer bytes = ByteBuffer.allocate(36);
        Cells.write(words, bytes);
        assertThat(Cells.read(bytes.flip())).isEqualTo(words);
    }

    @Test
    void runsEndWhereTheRowEnds() {
        long[] words = {-1L};
        assertThat(Cells.runs(words, 10, FIRST)).singleElement().satisfies(range -> {
            assertThat(range.start()).isEqualTo(Cells.start(FIRST));
            assertThat(range.end()).isEqualTo(Cells.start(FIRST + 10));
        });
    }
}
