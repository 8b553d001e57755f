package org.evenhall.bookings.desk.series;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.evenhall.availability.Calendar;
import org.evenhall.availability.Holder;
import org.evenhall.bookings.Closures;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.bookings.desk.BookingViews;
import org.evenhall.bookings.desk.Reserved;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.store.BookingStore;
import org.evenhall.bookings.store.SeriesStore;

/** The bookings of a series, changed together: locked in one order, and given back in a few statements. */
@ApplicationScoped
public class SeriesTogether {

    private Calendar calendar;
    private BookingStore bookings;
    private SeriesStore store;
    private BookingViews views;
    private Reserved reserved;
    private Appointments appointments;

    protected SeriesTogether() {}

    @Inject
    public SeriesTogether(
            Calendar calendar,
            BookingStore bookings,
            SeriesStore store,
            BookingViews views,
            Reserved reserved,
            Appointments appointments) {
        this.calendar = calendar;
        this.bookings = bookings;
        this.store = store;
        this.views = views;
        this.reserved = reserved;
        this.appointments = appointments;
    }

    /** The bookings with all that has to be locked before them: their sites, and those of proposals. */
    public List<Booking> locked(String seriesId) {
        Set<String> spaces = bookings.spacesOfSeries(seriesId);
        calendar.lock(spaces.stream().map(views::space).toList());
        store.lock(seriesId);
        List<Booking> found = bookings.ofSeriesForUpdate(seriesId);
        calendar.lock(found.stream()
                .map(Booking::spaceId)
                .filter(space -> !spaces.contains(space)) // moved there before it was locked
                .map(views::space)
                .toList());
        return found;
    }

    /** Gives back all that these have; they say already that they have ended. */
    public void giveBack(List<Booking> cancelled) {
        bookings.flush();
        calendar.release(
                Holder.Kind.BOOKING, cancelled.stream().map(Booking::id).toList());
        cancelled.stream()
                .filter(Booking::displaced)
                .forEach(booking -> reserved.withdraw(booking, Closures.Outcome.GONE));
        appointments.clear(cancelled);
    }
}
