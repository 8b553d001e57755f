package org.evenhall.bookings.desk.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhall.availability.Closing;
import org.evenhall.bookings.BookingView;
import org.evenhall.bookings.Closures.Affected;
import org.evenhall.bookings.Closures.ClosureView;
import org.evenhall.bookings.desk.BookingViews;
import org.evenhall.bookings.store.BookingStore;
import org.evenhall.bookings.store.Displaced;
import org.evenhall.identity.Caller;
import org.evenhall.spaces.Listed;

/** Closures as their owner sees them, with the bookings that they hit. However many, the queries stay as many. */
@ApplicationScoped
public class ClosureViews {

    private Displaced displaced;
    private BookingStore store;
    private BookingViews views;

    protected ClosureViews() {}

    @Inject
    public ClosureViews(Displaced displaced, BookingStore store, BookingViews views) {
        this.displaced = displaced;
        this.store = store;
        this.views = views;
    }

    public ClosureView of(Caller caller, Listed space, Closing closing) {
        return of(caller, space, List.of(closing)).get(0);
    }

    public List<ClosureView> of(Caller caller, Listed space, List<Closing> closings) {
        Map<String, List<Displaced.Hit>> hits = displaced
                .of(closings.stream().map(Closing::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Displaced.Hit::closureId));
        Set<String> ids = hits.values().stream()
                .flatMap(List::stream)
                .map(Displaced.Hit::bookingId)
                .collect(Collectors.toSet());
        Map<String, BookingView> bookings = views.of(caller, store.findAll(ids)).stream()
                .collect(Collectors.toMap(BookingView::id, Function.identity()));
        return closings.stream()
                .map(closing -> of(
                        closing,
                        space,
                        hits.getOrDefault(closing.id(), List.of()).stream()
                                .map(hit -> affected(hit, bookings.get(hit.bookingId())))
                                .sorted(Comparator.comparing(
                                                (Affected each) -> each.start().toInstant())
                                        .thenComparing(Affected::id))
                                .toList()))
                .toList();
    }

    private static Affected affected(Displaced.Hit hit, BookingView booking) {
        return Affected.of(booking, hit.outcome(), booking.proposal());
    }

    public static ClosureView of(Closing closing, Listed space, List<Affected> affected) {
        return new ClosureView(
                closing.id(),
                space.id(),
                OffsetDateTime.ofInstant(closing.slot().start(), space.zone()),
                OffsetDateTime.ofInstant(closing.slot().end(), space.zone()),
                closing.reason(),
                affected);
    }
}
