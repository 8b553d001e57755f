package org.evenhall.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import org.evenhall.bookings.store.FigureStore;

/**
 * The door to how many bookings there were, for whole cities at once. It names nobody; who may see the figures of which
 * space is for those to check who show them.
 */
@ApplicationScoped
@Transactional
public class BookingFigures {

    private final FigureStore store;

    BookingFigures() {
        this(null);
    }

    @Inject
    public BookingFigures(FigureStore store) {
        this.store = store;
    }

    /**
     * The bookings of a space in a period.
     *
     * @param bookings all that hold or held their time to the end: neither cancelled nor declined
     * @param noShows those of them to which nobody came
     * @param people for how many they were made, cancelled and declined ones left out
     * @param used seconds that bookings held whose people had checked in, as a share of the space where others were in it
     *     too; null where check-in was asked of none
     */
    public record Counts(long bookings, long cancelled, long noShows, long people, Long used) {

        public static final Counts NONE = new Counts(0, 0, 0, 0);

        /** Where check-in was asked of none. */
        public Counts(long bookings, long cancelled, long noShows, long people) {
            this(bookings, cancelled, noShows, people, null);
        }
    }

    /**
     * By space, counted under the local day whose opening a booking belongs to, {@code [from, to)}; spaces that nobody
     * booked are left out.
     */
    public Map<String, Counts> counts(LocalDate from, LocalDate to) {
        return store.counts(from, to);
    }
}
