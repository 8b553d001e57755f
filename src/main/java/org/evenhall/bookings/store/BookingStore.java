package org.evenhall.bookings.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhall.bookings.BookingQuery;
import org.evenhall.bookings.Status;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.kernel.Page;
import org.evenhall.platform.persistence.Sql;

/** Bookings: entities by id, lists by query, and the counts that limits need. */
@ApplicationScoped
public class BookingStore {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Sql sql;

    public void add(Booking booking) {
        entities.persist(booking);
        entities.flush();
    }

    /** Writes what was changed, so that a rival's change is met here and not at the end of the transaction. */
    public void flush() {
        entities.flush();
    }

    public Optional<Booking> find(String id) {
        return Optional.ofNullable(entities.find(Booking.class, id));
    }

    /** The booking as it is now, locked until the transaction ends. */
    public Optional<Booking> findForUpdate(String id) {
        Optional<Booking> found = find(id);
        found.ifPresent(booking -> entities.refresh(booking, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    public boolean numberIsTaken(String number) {
        return sql.first("SELECT id FROM booking WHERE number = ?", row -> row.getString(1), number)
                .isPresent();
    }

    /** @param bookerId whose bookings, or null for anybody's; ordered by start, then id */
    public Page<Booking> list(BookingQuery query, String bookerId, Instant now, int page, int size) {
        List<String> where = new ArrayList<>(List.of("1 = 1"));
        List<Object> args = new ArrayList<>();
        add(where, args, "b.bookerId = ?", bookerId);
        add(where, args, "b.spaceId = ?", query.spaceId());
        add(where, args, "b.organisationId = ?", query.organisation());
        add(where, args, "b.end > ?", query.from());
        add(where, args, "b.start < ?", query.to());
        add(where, args, "b.end <= ?", query.endedBy());
        if (query.status() == Status.COMPLETED) {
            add(
                    where,
                    args,
                    "(b.status = org.evenhall.bookings.Status.COMPLETED"
                            + " OR (b.status = org.evenhall.bookings.Status.CONFIRMED AND b.end <= ?))",
                    now);
        } else {
            add(where, args, "b.status = ?", query.status());
            add(where, args, "b.end > ?", query.status() == Status.CONFIRMED ? now : null);
        }
        String from = " FROM Booking b WHERE " + String.join(" AND ", where);
        TypedQuery<Long> total = entities.createQuery("SELECT COUNT(b)" + from, Long.class);
        TypedQuery<Booking> items = entities.createQuery(
                "SELECT b" + from
                        + (query.latestFirst() ? " ORDER BY b.start DESC, b.id DESC" : " ORDER BY b.start, b.id"),
                Booking.class);
        for (int i = 0; i < args.size(); i++) {
            total.setParameter(i + 1, args.get(i));
            items.setParameter(i + 1, args.get(i));
        }
        long first = (long) page * size;
        List<Booking> found = first > Integer.MAX_VALUE
                ? List.of()
                : items.setFirstResult((int) first).setMaxResults(size).getResultList();
        return new Page<>(found, total.getSingleResult(), page, size);
    }

    private static void add(List<String> where, List<Object> args, String condition, Object arg) {
        if (arg != null) {
            args.add(arg);
            where.add(condition.replace("?", "?" + args.size()));
        }
    }
}
