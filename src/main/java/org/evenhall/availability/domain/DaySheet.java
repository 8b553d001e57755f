package org.evenhall.availability.domain;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A space's own occupancy on a UTC day: which of its 288 cells claims take (buffers included), and which a blockade
 * closes. Derived from claims and blockades, written under the lock of the site; readers join a whole and its parts.
 *
 * @param day UTC day, in days since the epoch
 * @param version grows with every change, so that of two readings the later one is known
 * @param taken five words of cells, see {@link Cells}
 * @param closed likewise
 */
public record DaySheet(String spaceId, int day, long version, long[] taken, long[] closed) {

    /** @param bytes 36 bytes of taken cells, then 36 of closed ones */
    public static DaySheet of(String spaceId, int day, long version, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new DaySheet(spaceId, day, version, Cells.read(buffer), Cells.read(buffer));
    }

    public byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(2 * Cells.PER_DAY / 8);
        Cells.write(taken, buffer);
        Cells.write(closed, buffer);
        return buffer.array();
    }

    /** One of the words of cells that are taken or closed. */
    long busy(int word) {
        return taken[word] | closed[word];
    }

    /** Whether both say the same of the same day, whatever their versions. */
    public boolean saysTheSame(DaySheet other) {
        return spaceId.equals(other.spaceId)
                && day == other.day
                && Arrays.equals(taken, other.taken)
                && Arrays.equals(closed, other.closed);
    }
}
