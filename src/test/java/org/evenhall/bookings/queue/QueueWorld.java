package org.evenhall.bookings.queue;

import static org.evenhall.policies.CityPolicy.aPolicy;
import static org.evenhall.spaces.ListedSpaces.aSpace;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.evenhall.availability.AuditView;
import org.evenhall.availability.CalendarWorld;
import org.evenhall.availability.ClaimHolders;
import org.evenhall.availability.ClaimWish;
import org.evenhall.availability.Holder;
import org.evenhall.availability.SlotTaken;
import org.evenhall.availability.Waiters;
import org.evenhall.bookings.BookingNews;
import org.evenhall.bookings.Waitlist.EntryStatus;
import org.evenhall.bookings.Waitlist.WantedFilters;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.bookings.desk.Telling;
import org.evenhall.bookings.domain.Booker;
import org.evenhall.bookings.domain.Waiting;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.bookings.domain.Wishes;
import org.evenhall.bookings.store.Asked;
import org.evenhall.bookings.store.WaitStore;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.platform.persistence.Trouble;
import org.evenhall.policies.PolicyView;
import org.evenhall.spaces.Listed;
import org.evenhall.store.Databases;
import org.evenhall.store.MovingClock;

/** A waiting list on a real database, without a server: rooms are always open, and everybody may book but who is shut out. */
final class QueueWorld {

    private static final int TRIES = 6;

    final MovingClock clock = new MovingClock(Wishes.NOW);
    final Set<String> shutOut = new HashSet<>();
    final List<BookingNews.Kind> told = new CopyOnWriteArrayList<>();
    final Map<String, Instant> timers = new ConcurrentHashMap<>();
    private final Map<Holder, Booked> booked = new ConcurrentHashMap<>();
    private final List<ClaimHolders> holders = new CopyOnWriteArrayList<>();
    private final List<Waiters> waiters = new CopyOnWriteArrayList<>();
    private final PolicyView policy = aPolicy().unlimited().view();
    private final CalendarWorld world;
    final WaitStore store;
    private final OfferClaims offers;

    private record Booked(String space, ClaimHolders.Held held) {}

    QueueWorld(Databases database) {
        world = new CalendarWorld(database.shared(), database, holders, waiters, clock);
        store = new WaitStore(world.sql());
        var appointments = new Appointments() {
            @Override
            public void waiting(String entryId, Instant due) {
                timers.put(entryId, due);
            }

            @Override
            public void clearWaiting(String entryId) {
                timers.remove(entryId);
            }
        };
        var telling = new Telling() {
            @Override
            public void of(Waiting entry, BookingNews.Kind kind, Listed offered, Instant until) {
                told.add(kind);
            }
        };
        offers = new OfferClaims(store, world.catalogue(), appointments, telling, clock);
        holders.add(offers);
        waiters.add(new Queue(store, new Open(), world.calendar(), world.catalogue(), appointments, telling, clock));
    }

    private final class Open extends Prospects {
        @Override
        public PolicyView policy(Listed space) {
            return policy;
        }

        @Override
        public Duration reach(Collection<Listed> spaces) {
            return Duration.ofHours(1);
        }

        @Override
        public Wish wish(Waiting entry, Listed space, PolicyView rules) {
            Wish plain = Wishes.aWish().at(clock.instant()).wish();
            return new Wish(
                    new Booker(entry.personId(), false, null, Set.of(), Set.of(), null),
                    space,
                    entry.slot(),
                    entry.people(),
                    null,
                    rules,
                    plain.days(),
                    plain.ledger(),
                    plain.names(),
                    0,
                    plain.now());
        }

        @Override
        boolean mayBook(Wish wish) {
            return !shutOut.contains(wish.bookerId());
        }
    }

    Listed room() {
        return world.stored(aSpace(Ids.next()).listed());
    }

    /** A room at a point where no other test has one. */
    Listed roomAt(double lat, double lon) {
        return world.stored(aSpace(Ids.next()).at(lat, lon).listed());
    }

    String person() {
        String id = Ids.next();
        in(() -> world.sql()
                .update(
                        "INSERT INTO person (id, username, name, password_hash, demo, created_at)"
                                + " VALUES (?, ?, 'Somebody', 'x', FALSE, 0)",
                        id,
                        id));
        return id;
    }

    /** Somebody joins, under the lock of the site as the door does it. */
    Waiting waitsFor(Listed room, TimeRange slot) {
        return joins(person(), room, null, slot);
    }

    Waiting waitsForAny(WantedFilters filters, TimeRange slot) {
        return joins(person(), null, filters, slot);
    }

    Waiting joins(String person, Listed room, WantedFilters filters, TimeRange slot) {
        var entry = new Waiting(
                Ids.next(),
                0,
                person,
                room == null ? null : room.id(),
                filters,
                filters == null ? null : Asked.of(filters),
                slot,
                2,
                EntryStatus.WAITING,
                null,
                null,
                null,
                clock.instant());
        return in(() -> {
            if (room != null) {
                world.calendar().lock(List.of(room));
            }
            store.add(entry);
            return store.find(entry.id()).orElseThrow();
        });
    }

    Waiting now(Waiting entry) {
        return in(() -> store.find(entry.id()).orElseThrow());
    }

    EntryStatus status(Waiting entry) {
        return now(entry).status();
    }

    /** Books, or says that somebody else has the time. */
    Holder book(Listed room, TimeRange slot) {
        Holder holder = Holder.booking(Ids.next());
        in(() -> {
            world.calendar().claim(Caller.system(), wish(room, slot, holder));
            return holder;
        });
        booked.put(holder, new Booked(room.id(), new ClaimHolders.Held(holder, slot)));
        return holder;
    }

    boolean canBook(Listed room, TimeRange slot) {
        try {
            book(room, slot);
            return true;
        } catch (SlotTaken e) {
            return false;
        }
    }

    void giveBack(Listed room, Holder holder) {
        in(() -> {
            world.calendar().release(room, holder);
            return holder;
        });
        booked.remove(holder);
    }

    /** What the door does: site, then entry, then the claim; null where nothing is offered. */
    Holder accept(Listed room, Waiting entry) {
        Holder holder = Holder.booking(Ids.next());
        boolean accepted = in(() -> {
            world.calendar().lock(List.of(room));
            Waiting locked = store.locked(entry.id()).orElseThrow();
            if (locked.statusAt(clock.instant()) != EntryStatus.OFFERED) {
                return false;
            }
            world.calendar().claim(Caller.system(), wish(room, entry.slot(), holder), Holder.offer(entry.id()));
            store.accept(entry.id(), holder.id());
            return true;
        });
        if (accepted) {
            booked.put(holder, new Booked(room.id(), new ClaimHolders.Held(holder, entry.slot())));
        }
        return accepted ? holder : null;
    }

    /** The owner closes the room; an offer that is hit ends at once. */
    void close(Listed room, TimeRange slot, Waiting hit) {
        in(() -> {
            world.blocking().block(room, slot, "Burst pipe");
            world.calendar().end(room, Holder.offer(hit.id()));
            return hit;
        });
    }

    /** What the door does; false where nothing is offered any more. */
    boolean refuse(Listed room, Waiting entry) {
        return in(() -> {
            world.calendar().lock(List.of(room));
            boolean left = store.end(entry.id(), EntryStatus.OFFERED, EntryStatus.LEFT);
            if (left) {
                world.calendar().release(room, Holder.offer(entry.id()));
            }
            return left;
        });
    }

    /** What the timer does. */
    void endOffer(Listed room, Waiting entry) {
        in(() -> {
            world.calendar().endIfDue(room, Holder.offer(entry.id()));
            return entry;
        });
    }

    AuditView audit(Listed room) {
        ClaimHolders bookings = new ClaimHolders() {
            @Override
            public Holder.Kind kind() {
                return Holder.Kind.BOOKING;
            }

            @Override
            public List<Held> heldOf(String spaceId) {
                return booked.values().stream()
                        .filter(each -> each.space.equals(spaceId))
                        .map(Booked::held)
                        .toList();
            }

            @Override
            public List<String> spaces() {
                return List.of(room.id());
            }
        };
        return world.audit(room, bookings, offers);
    }

    static ClaimWish wish(Listed room, TimeRange slot, Holder holder) {
        return CalendarWorld.wish(room, slot).heldBy(holder, null);
    }

    Sql sql() {
        return world.sql();
    }

    /** A transaction that is made again where the database picked it as a victim, as at the doors. */
    <T> T in(Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return world.transactions().run(work);
            } catch (RuntimeException e) {
                if (tries == TRIES || !Trouble.isVictim(e)) {
                    throw e;
                }
            }
        }
    }
}
