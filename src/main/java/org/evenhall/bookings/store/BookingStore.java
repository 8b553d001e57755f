package org.evenhall.bookings.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenhall.bookings.BookingQuery;
import org.evenhall.bookings.Status;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.domain.Numbers;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.TimeRange;
import org.evenhall.platform.persistence.Sql;

/** Bookings: entities by id, lists by query, and the counts that limits need. */
@ApplicationScoped
public class BookingStore {

    private static final int PORTION = 100;
    private static final String HOLDING = " FROM booking WHERE status NOT IN ('CANCELLED', 'DECLINED')";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Sql sql;

    public void add(Booking booking) {
        entities.persist(booking);
        entities.flush();
    }

    /** Several that are made together. */
    public void add(Collection<Booking> bookings) {
        bookings.forEach(entities::persist);
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

    /** Those of these ids that there are, in no order. */
    public List<Booking> findAll(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<Booking> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PORTION) {
            found.addAll(entities.createQuery("SELECT b FROM Booking b WHERE b.id IN :ids", Booking.class)
                    .setParameter("ids", all.subList(from, Math.min(from + PORTION, all.size())))
                    .getResultList());
        }
        return found;
    }

    public boolean numberIsTaken(String number) {
        return sql.first("SELECT id FROM booking WHERE number = ?", row -> row.getString(1), number)
                .isPresent();
    }

    /** Numbers that no booking has, each once. */
    public List<String> freeNumbers(int howMany) {
        Set<String> free = new LinkedHashSet<>();
        while (free.size() < howMany) {
            free.add(Numbers.next());
            if (free.size() == howMany) {
                sql.among("SELECT number FROM booking WHERE number IN", free, row -> row.getString(1))
                        .forEach(free::remove);
            }
        }
        return List.copyOf(free);
    }

    /** Ids of the spaces in which bookings of a series are, and of those that are proposed for them instead. */
    public Set<String> spacesOfSeries(String seriesId) {
        return new HashSet<>(sql.list(
                "SELECT space_id FROM booking WHERE series_id = ? UNION SELECT p.space_id FROM proposal p"
                        + " JOIN booking b ON b.id = p.booking_id WHERE b.series_id = ?",
                row -> row.getString(1),
                seriesId,
                seriesId));
    }

    /** The bookings of a series, by start. */
    public List<Booking> ofSeries(String seriesId) {
        return inOrder(ofSeriesQuery(seriesId).getResultList());
    }

    /** The same as they are now, locked until the transaction ends. */
    public List<Booking> ofSeriesForUpdate(String seriesId) {
        return inOrder(ofSeriesQuery(seriesId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("eclipselink.refresh", true)
                .getResultList());
    }

    private TypedQuery<Booking> ofSeriesQuery(String seriesId) {
        return entities.createQuery("SELECT b FROM Booking b WHERE b.seriesId = ?1", Booking.class)
                .setParameter(1, seriesId);
    }

    /** Sorted here: Derby locks no rows that it has to sort. */
    private static List<Booking> inOrder(List<Booking> bookings) {
        return bookings.stream()
                .sorted(Comparator.comparing(Booking::slot).thenComparing(Booking::id))
                .toList();
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
        if (query.status() != null) {
            args.add(now);
            where.add(isAt(query.status()).replace("?", "?" + args.size()));
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

    /** What {@link Booking#statusAt} says, as a condition: what is due has happened. */
    private static String isAt(Status status) {
        String undecided = "(b.decideUntil IS NULL OR b.decideUntil > ?)";
        String expected = "(b.checkInUntil IS NULL OR b.checkInUntil > ?)";
        String standing = "(b.proposalUntil IS NULL OR b.proposalUntil > ?)";
        String settled = "b.proposalUntil IS NULL";
        return switch (status) {
            case REQUESTED -> is(status) + " AND " + undecided + " AND " + standing;
            case DECLINED ->
                "(" + is(status) + " OR " + is(Status.REQUESTED) + " AND b.decideUntil <= ? AND " + settled + ")";
            case CONFIRMED -> is(status) + " AND b.end > ? AND " + expected + " AND " + standing;
            case NO_SHOW ->
                "(" + is(status) + " OR " + is(Status.CONFIRMED) + " AND b.checkInUntil <= ? AND " + settled + ")";
            case CHECKED_IN -> is(status) + " AND b.end > ?";
            case COMPLETED ->
                "(" + is(status) + " OR b.end <= ? AND (" + is(Status.CHECKED_IN) + " OR " + is(Status.CONFIRMED)
                        + " AND b.checkInUntil IS NULL AND " + settled + "))";
            case CANCELLED ->
                "(" + is(status) + " OR b.proposalUntil <= ? AND (" + is(Status.REQUESTED) + " OR "
                        + is(Status.CONFIRMED) + "))";
        };
    }

    private static String is(Status status) {
        return "b.status = org.evenhall.bookings.Status." + status.name();
    }

    private static void add(List<String> where, List<Object> args, String condition, Object arg) {
        if (arg != null) {
            args.add(arg);
            where.add(condition.replace("?", "?" + args.size()));
        }
    }

    /** What each booking that keeps its time has of a space, by the booking's id. */
    public Map<String, TimeRange> heldOf(String spaceId) {
        Map<String, TimeRange> held = new HashMap<>();
        sql.list(
                        "SELECT id, start_at, COALESCE(held_until, end_at)" + HOLDING + " AND space_id = ?",
                        row -> Map.entry(row.getString(1), TimeRange.ofMillis(row.getLong(2), row.getLong(3))),
                        spaceId)
                .forEach(each -> held.put(each.getKey(), each.getValue()));
        return held;
    }

    /** Ids of the spaces in which a booking keeps its time. */
    public List<String> spacesHeld() {
        return sql.list("SELECT DISTINCT space_id" + HOLDING, row -> row.getString(1));
    }
}
