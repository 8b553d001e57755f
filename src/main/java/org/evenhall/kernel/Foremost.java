package org.evenhall.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The first of many in some order, without sorting or even keeping the rest: whoever shows the fifty nearest of a city
 * pays for fifty. What compares equal comes in no stated order, so an order ends with the id.
 */
public final class Foremost<T> {

    private final Comparator<? super T> order;
    private final long most;
    private final PriorityQueue<T> kept;
    private long seen;

    /** @param most how many are kept */
    public Foremost(Comparator<? super T> order, long most) {
        this.order = order;
        this.most = most;
        this.kept = new PriorityQueue<>(Collections.reverseOrder(order));
    }

    /** A page of what will be added, and nothing behind it. */
    public static <T> Foremost<T> untilPage(Comparator<? super T> order, int page, int size) {
        return new Foremost<>(order, (page + 1L) * size);
    }

    public void add(T each) {
        seen++;
        if (kept.size() < most) {
            kept.add(each);
        } else if (most > 0 && order.compare(each, kept.peek()) < 0) {
            kept.poll();
            kept.add(each);
        }
    }

    /** The last of those kept so far, once there are as many as will be kept: what comes behind it is only counted. */
    public Optional<T> last() {
        return most > 0 && kept.size() >= most ? Optional.of(kept.peek()) : Optional.empty();
    }

    /** Counts one that comes behind {@link #last}, and that nobody had to make for it. */
    public void passOver() {
        seen++;
    }

    /** In order. */
    public List<T> list() {
        List<T> sorted = new ArrayList<>(kept);
        sorted.sort(order);
        return sorted;
    }

    /** That page; its total counts all that were added. */
    public Page<T> page(int page, int size) {
        return new Page<>(Page.of(list(), page, size).items(), seen, page, size);
    }
}
