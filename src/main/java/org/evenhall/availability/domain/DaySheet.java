package org.evenhall.availability.domain;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import org.evenhall.availability.domain.Occupancy.Take;

/**
 * A space's own occupancy on a UTC day: which of its 288 cells claims take as a whole (buffers included), which a
 * blockade closes, and how many places are claimed in each. Derived from claims and blockades, written under the lock of
 * the site; readers join a whole and its parts.
 *
 * @param day UTC day, in days since the epoch
 * @param version grows with every change, so that of two readings the later one is known
 * @param taken five words of cells, see {@link Cells}
 * @param closed likewise
 * @param places a count for each cell, or null where no places are claimed in any
 */
public record DaySheet(String spaceId, int day, long version, long[] taken, long[] closed, char[] places) {

    private static final int BITS = 2 * Cells.PER_DAY / 8;
    private static final int LARGEST_BYTE = 0xFF;

    public DaySheet {
        places = places == null || most(places) == 0 ? null : places;
    }

    /** Of a day on which no places are claimed. */
    public DaySheet(String spaceId, int day, long version, long[] taken, long[] closed) {
        this(spaceId, day, version, taken, closed, null);
    }

    /**
     * @param bytes 36 bytes of taken cells, 36 of closed ones, and, where places are claimed, the 288 counts of a byte or
     *     of two each
     */
    public static DaySheet of(String spaceId, int day, long version, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new DaySheet(spaceId, day, version, Cells.read(buffer), Cells.read(buffer), counts(buffer));
    }

    /** What the takes and closures of a space make of a day; its version is 0. */
    public static DaySheet of(String spaceId, int day, Collection<Take> takes, Collection<Take> closures) {
        long[] taken = new long[Cells.WORDS];
        char[] places = new char[Cells.PER_DAY];
        for (Take take : takes) {
            if (take.whole()) {
                Cells.set(taken, 0, day, first(take), end(take));
            } else {
                long start = (long) day * Cells.PER_DAY;
                int to = (int) Math.min(Cells.PER_DAY, end(take) - start);
                for (int cell = (int) Math.max(0, first(take) - start); cell < to; cell++) {
                    places[cell] = (char) Math.min(Character.MAX_VALUE, places[cell] + take.places());
                }
            }
        }
        long[] closed = new long[Cells.WORDS];
        closures.forEach(closure -> Cells.set(closed, 0, day, first(closure), end(closure)));
        return new DaySheet(spaceId, day, 0, taken, closed, places);
    }

    private static long first(Take take) {
        return Cells.floor(Instant.ofEpochMilli(take.start()));
    }

    private static long end(Take take) {
        return Cells.ceil(Instant.ofEpochMilli(take.end()));
    }

    private static char[] counts(ByteBuffer from) {
        if (!from.hasRemaining()) {
            return null;
        }
        boolean wide = from.remaining() > Cells.PER_DAY;
        char[] counts = new char[Cells.PER_DAY];
        for (int cell = 0; cell < counts.length; cell++) {
            counts[cell] = wide ? from.getChar() : (char) (from.get() & LARGEST_BYTE);
        }
        return counts;
    }

    public byte[] bytes() {
        boolean wide = places != null && most(places) > LARGEST_BYTE;
        int count = places == null ? 0 : wide ? Character.BYTES : Byte.BYTES;
        ByteBuffer buffer = ByteBuffer.allocate(BITS + count * Cells.PER_DAY);
        Cells.write(taken, buffer);
        Cells.write(closed, buffer);
        for (int cell = 0; count > 0 && cell < Cells.PER_DAY; cell++) {
            if (wide) {
                buffer.putChar(places[cell]);
            } else {
                buffer.put((byte) places[cell]);
            }
        }
        return buffer.array();
    }

    private static int most(char[] counts) {
        int most = 0;
        for (char count : counts) {
            most = Math.max(most, count);
        }
        return most;
    }

    /** The same with another version. */
    public DaySheet withVersion(long other) {
        return new DaySheet(spaceId, day, other, taken, closed, places);
    }

    /** Whether both say the same of the same day, whatever their versions. */
    public boolean saysTheSame(DaySheet other) {
        return spaceId.equals(other.spaceId)
                && day == other.day
                && Arrays.equals(taken, other.taken)
                && Arrays.equals(closed, other.closed)
                && Arrays.equals(places, other.places);
    }
}
