package org.evenhall.bookings.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.evenhall.availability.Calendar;
import org.evenhall.availability.ClaimWish;
import org.evenhall.availability.Holder;
import org.evenhall.bookings.BookingNews;
import org.evenhall.bookings.Closures;
import org.evenhall.bookings.Status;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.domain.Numbers;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.bookings.domain.rules.BookingRules;
import org.evenhall.bookings.store.BookingStore;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.Violation;
import org.evenhall.policies.PolicyView;
import org.evenhall.spaces.Listed;

/**
 * The one way in for all bookings: single ones, those of a series, holds and offers that are taken up, and bookings that
 * move. It runs in the transaction of a door. Persons and groups are locked before the calendar locks the site, so what the
 * rules count cannot change until it is stored.
 */
@ApplicationScoped
public class Admission {

    @Inject
    private Examination examination;

    @Inject
    private Calendar calendar;

    @Inject
    private BookingStore store;

    @Inject
    private Appointments appointments;

    @Inject
    private Telling telling;

    @Inject
    private Reserved reserved;

    @Inject
    private Minimums minimums;

    @Inject
    private Clock clock;

    /**
     * Books what is ordered, if it keeps all rules and nobody else has the time.
     *
     * @throws Refused naming every broken rule
     * @throws org.evenhall.availability.SlotTaken when somebody else was first
     */
    public Booking admit(Caller caller, Order order) {
        Examination.Case opened =
                examination.open(caller, order.bookerId(), order.space(), List.of(order.slot()), null);
        Wish wish = opened.wish(order.slot(), order.people(), order.purpose());
        BookingRules.mustBeKept(wish);
        return admit(caller, wish, order);
    }

    /** The same with a wish that keeps the rules, of a case that is open in this transaction. */
    public Booking admit(Caller caller, Wish wish, Order order) {
        Booking booking = Booking.of(wish, freeNumber(), order.note(), order.seriesId());
        calendar.claim(caller, claim(booking, wish), order.instead());
        store.add(booking);
        minimums.watch(wish);
        appointments.setFirst(List.of(booking), wish.policy().reminders().value());
        boolean asks = booking.status() == Status.REQUESTED;
        telling.of(booking, asks ? BookingNews.Kind.REQUESTED : BookingNews.Kind.CONFIRMED, null);
        if (asks) {
            telling.owners(booking, BookingNews.Kind.ASKED, booking.id());
        }
        return booking;
    }

    /**
     * Lets a booking take another slot or another space; when it is refused, the old one is kept. The caller has locked the
     * booking, and before it the sites of both spaces.
     *
     * @param byOwner whether the owner does so, whose approval then goes along
     */
    public void move(Caller caller, Booking booking, Order order, boolean byOwner) {
        Wish wish = examined(caller, booking, order);
        BookingRules.mustBeKept(wish);
        var oldSlot = booking.slot();
        String oldSpace = booking.spaceId();
        boolean stays = booking.status() == Status.CONFIRMED
                && oldSlot.equals(wish.slot())
                && oldSpace.equals(wish.space().id());
        booking.move(wish, byOwner);
        store.flush();
        reserved.withdraw(booking, Closures.Outcome.GONE);
        calendar.claim(caller, claim(booking, wish), Holder.booking(booking.id()));
        minimums.watch(wish);
        appointments.set(booking, wish.policy().reminders().value());
        telling.of(booking, moved(booking, stays), oldSpace, oldSlot, null, null);
    }

    private static BookingNews.Kind moved(Booking booking, boolean stays) {
        if (booking.status() == Status.REQUESTED) {
            return BookingNews.Kind.REQUEST_CHANGED;
        }
        return stays ? BookingNews.Kind.PEOPLE_CHANGED : BookingNews.Kind.MOVED;
    }

    private Wish examined(Caller caller, Booking booking, Order order) {
        return examination
                .open(caller, booking.bookerId(), order.space(), List.of(order.slot()), booking.id())
                .wish(order.slot(), order.people(), order.purpose());
    }

    /**
     * Lets a booking that is going on last longer; its start is past, so the rules about notice do not ask again. Where the
     * owner approves, only the owner does so.
     */
    public void extend(Caller caller, Booking booking, Listed space, Instant end) {
        var slot = new TimeRange(booking.slot().start(), end);
        Order order = new Order(booking.bookerId(), space, slot, booking.people(), booking.purpose(), booking.note());
        Wish wish = examined(caller, booking, order);
        BookingRules.mustBeKeptByStaying(wish);
        if (wish.policy().approvalNeeded().value() && !BookingViews.manages(caller, booking)) {
            throw new Refused(
                    Reason.POLICY,
                    List.of(Violation.of("approval-on-move", null, "policy.approval-on-move")),
                    "problem.policy.detail");
        }
        booking.extend(end, clock.instant());
        store.flush();
        calendar.claim(caller, claim(booking, wish), Holder.booking(booking.id()));
        telling.of(booking, BookingNews.Kind.EXTENDED, null);
    }

    private static ClaimWish claim(Booking booking, Wish wish) {
        return slotOf(wish).heldBy(Holder.booking(booking.id()), booking.lastsUntil());
    }

    /** What a wish takes of its space, by the rules of the moment. */
    public static ClaimWish slotOf(Wish wish) {
        PolicyView policy = wish.policy();
        Listed space = wish.space();
        return ClaimWish.of(
                space,
                wish.slot(),
                wish.day(),
                policy.bufferBefore().value(),
                policy.bufferAfter().value(),
                policy.startGrid().value(),
                null,
                wish.people());
    }

    private String freeNumber() {
        String number = Numbers.next();
        while (store.numberIsTaken(number)) {
            number = Numbers.next();
        }
        return number;
    }
}
