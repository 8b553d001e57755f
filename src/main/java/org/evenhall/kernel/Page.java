package org.evenhall.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list in a stated order, ties by id, so that pages neither repeat nor drop.
 *
 * @param total how many there are in all
 * @param page number of this page, from 0
 * @param size how many fit a page, 1 to 200
 */
public record Page<T>(List<T> items, long total, int page, int size) {

    public static final int DEFAULT_SIZE = 50;
    public static final int LARGEST_SIZE = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** Cuts a page out of a list that is in memory as a whole. */
    public static <T> Page<T> of(List<T> all, int page, int size) {
        long from = Math.min((long) page * size, all.size());
        long to = Math.min(from + size, all.size());
        return new Page<>(all.subList((int) from, (int) to), all.size(), page, size);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), total, page, size);
    }
}
