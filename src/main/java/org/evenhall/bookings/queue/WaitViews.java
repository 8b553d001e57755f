package org.evenhall.bookings.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.evenhall.bookings.Waitlist.EntryStatus;
import org.evenhall.bookings.Waitlist.HeldOffer;
import org.evenhall.bookings.Waitlist.WaitlistEntry;
import org.evenhall.bookings.domain.Waiting;
import org.evenhall.bookings.store.WaitStore;
import org.evenhall.identity.Caller;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/** Entries of the waiting list as their person sees them. However many, it is one query. */
@ApplicationScoped
public class WaitViews {

    private Catalogue catalogue;
    private WaitStore store;
    private Clock clock;

    protected WaitViews() {}

    @Inject
    public WaitViews(Catalogue catalogue, WaitStore store, Clock clock) {
        this.catalogue = catalogue;
        this.store = store;
        this.clock = clock;
    }

    public WaitlistEntry of(Caller caller, Waiting entry) {
        return of(caller, List.of(entry)).get(0);
    }

    public List<WaitlistEntry> of(Caller caller, List<Waiting> entries) {
        Instant now = clock.instant();
        List<Waiting> before = store.before(entries.stream()
                .filter(entry -> entry.statusAt(now) == EntryStatus.WAITING)
                .toList());
        return entries.stream().map(entry -> view(caller, entry, before, now)).toList();
    }

    private WaitlistEntry view(Caller caller, Waiting entry, List<Waiting> before, Instant now) {
        EntryStatus status = entry.statusAt(now);
        Optional<Listed> wanted = space(entry.wantedSpace());
        Optional<Listed> offered = status == EntryStatus.OFFERED ? space(entry.offeredSpace()) : Optional.empty();
        ZoneId zone = offered.or(() -> wanted).map(Listed::zone).orElseGet(catalogue::zone);
        return new WaitlistEntry(
                entry.id(),
                status,
                wanted.map(space -> space.card(caller.locale(), null)).orElse(null),
                entry.filters(),
                at(entry.slot().start(), zone),
                at(entry.slot().end(), zone),
                entry.people(),
                position(entry, status, before, now),
                offered.map(space -> new HeldOffer(
                                space.card(caller.locale(), null),
                                at(entry.slot().start(), zone),
                                at(entry.slot().end(), zone),
                                at(entry.offerUntil(), zone)))
                        .orElse(null),
                entry.bookingId(),
                at(entry.createdAt(), zone));
    }

    /** Whoever came before and could get a space that this entry could get too. */
    private Integer position(Waiting entry, EntryStatus status, List<Waiting> before, Instant now) {
        if (status != EntryStatus.WAITING) {
            return status == EntryStatus.OFFERED ? 0 : null;
        }
        List<Listed> spaces = catalogue.published().stream()
                .filter(space -> couldGet(entry, space))
                .toList();
        return (int) before.stream()
                .filter(other -> other.seq() < entry.seq()
                        && other.slot().overlaps(entry.slot())
                        && other.isOpenAt(now)
                        && spaces.stream().anyMatch(space -> couldGet(other, space)))
                .count();
    }

    /** Whether the space, or one that it touches, is what the entry waits for. */
    private boolean couldGet(Waiting entry, Listed space) {
        return entry.wantedSpace() == null
                ? entry.takes(space)
                : space(entry.wantedSpace()).filter(space::touches).isPresent();
    }

    private Optional<Listed> space(String id) {
        return id == null ? Optional.empty() : catalogue.snapshot().find(id);
    }

    private static OffsetDateTime at(Instant instant, ZoneId zone) {
        return OffsetDateTime.ofInstant(instant, zone);
    }
}
