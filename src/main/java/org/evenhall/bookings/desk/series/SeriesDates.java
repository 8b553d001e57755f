package org.evenhall.bookings.desk.series;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenhall.availability.Calendar;
import org.evenhall.availability.ClaimWish;
import org.evenhall.availability.Holder;
import org.evenhall.availability.SlotTaken;
import org.evenhall.bookings.desk.Admission;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.bookings.desk.Examination;
import org.evenhall.bookings.desk.Minimums;
import org.evenhall.bookings.desk.Order;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.domain.Wish;
import org.evenhall.bookings.domain.rules.BookingRules;
import org.evenhall.bookings.store.BookingStore;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.Violation;
import org.evenhall.policies.PolicyView;

/**
 * The dates of a series: which of them can be had, and having them. Each is judged as a single booking would be, after those
 * before it that can be had. What is read is read once for all of them, and written in a few statements.
 */
@ApplicationScoped
public class SeriesDates {

    private static final Violation TAKEN = Violation.of("slot-taken", null, "series.taken");

    private Examination examination;
    private Calendar calendar;
    private BookingStore store;
    private Minimums minimums;
    private Appointments appointments;

    protected SeriesDates() {}

    @Inject
    public SeriesDates(
            Examination examination,
            Calendar calendar,
            BookingStore store,
            Minimums minimums,
            Appointments appointments) {
        this.examination = examination;
        this.calendar = calendar;
        this.store = store;
        this.minimums = minimums;
        this.appointments = appointments;
    }

    /**
     * One date.
     *
     * @param booking what it can become, or null
     * @param faults why it cannot; empty where it can
     * @param taken what is free instead, where somebody else has the time; else null
     */
    public record Date(TimeRange slot, Wish wish, Booking booking, List<Violation> faults, SlotTaken taken) {

        public Reasons reasons() {
            return Reasons.of(faults);
        }
    }

    /**
     * Looks at all dates, the booker, the groups and the site locked from now on.
     *
     * @param order who wants what; each date is one like it
     * @param slots ascending, at least one, of one length
     */
    public Examined examine(Caller caller, Order order, List<TimeRange> slots) {
        Examination.Case opened = examination.open(caller, order.bookerId(), order.space(), slots, null);
        var several =
                calendar.several(caller, order.space(), from(opened, slots), until(opened, slots), order.instead());
        return examined(order, slots, opened, several, store.freeNumbers(slots.size()));
    }

    /** The same to show it. The bookings have no numbers, and none of them can be made. */
    public Examined preview(Caller caller, Order order, List<TimeRange> slots) {
        Examination.Case opened = examination.open(caller, order.bookerId(), order.space(), slots, null);
        var outlook =
                calendar.outlook(caller, order.space(), from(opened, slots), until(opened, slots), order.instead());
        return examined(order, slots, opened, outlook, null);
    }

    private static Instant from(Examination.Case opened, List<TimeRange> slots) {
        return slots.get(0).start().minus(opened.policy().bufferBefore().value());
    }

    private static Instant until(Examination.Case opened, List<TimeRange> slots) {
        return slots.get(slots.size() - 1)
                .end()
                .plus(opened.policy().bufferAfter().value());
    }

    private static Examined examined(
            Order order,
            List<TimeRange> slots,
            Examination.Case opened,
            Calendar.Several several,
            List<String> numbers) {
        List<Date> dates = new ArrayList<>();
        for (TimeRange slot : slots) {
            Wish wish = opened.wish(slot, order.people(), order.purpose());
            List<Violation> broken = BookingRules.broken(wish);
            if (!broken.isEmpty()) {
                dates.add(new Date(slot, wish, null, broken, null));
                continue;
            }
            String number = numbers == null ? null : numbers.get(dates.size());
            Booking booking = Booking.of(wish, number, order.note(), order.seriesId());
            ClaimWish claim = Admission.slotOf(wish).heldBy(Holder.booking(booking.id()), booking.lastsUntil());
            Optional<Refused> refused = several.refusal(claim);
            if (refused.isEmpty()) {
                several.add(claim);
                opened.granted(wish);
            }
            dates.add(refused.map(why -> refused(wish, why))
                    .orElseGet(() -> new Date(slot, wish, booking, List.of(), null)));
        }
        return new Examined(order, opened.policy(), dates, several);
    }

    private static Date refused(Wish wish, Refused why) {
        return why instanceof SlotTaken taken
                ? new Date(wish.slot(), wish, null, List.of(TAKEN), taken)
                : new Date(wish.slot(), wish, null, why.violations(), null);
    }

    /** Makes the bookings that can be made, in one go. */
    public List<Booking> book(Examined examined) {
        List<Booking> bookings = examined.bookings();
        examined.several.claim();
        store.add(bookings);
        examined.dates.stream()
                .filter(date -> date.faults().isEmpty())
                .map(Date::wish)
                .forEach(minimums::watch);
        appointments.setFirst(bookings, examined.policy.reminders().value());
        return bookings;
    }

    /** All dates, and what became of each. */
    public static final class Examined {

        private final Order order;
        private final PolicyView policy;
        private final List<Date> dates;
        private final Calendar.Several several;

        private Examined(Order order, PolicyView policy, List<Date> dates, Calendar.Several several) {
            this.order = order;
            this.policy = policy;
            this.dates = dates;
            this.several = several;
        }

        public List<Booking> bookings() {
            return dates.stream()
                    .filter(date -> date.faults().isEmpty())
                    .map(Date::booking)
                    .toList();
        }

        public List<Date> atFault() {
            return dates.stream().filter(date -> !date.faults().isEmpty()).toList();
        }

        /** @throws Refused naming every date that cannot be had, and every rule that it breaks */
        public void mustBeComplete() {
            if (!atFault().isEmpty()) {
                throw refusal();
            }
        }

        /** @throws Refused likewise, where none is left */
        public void mustLeaveSome() {
            if (bookings().isEmpty()) {
                throw refusal();
            }
        }

        private Refused refusal() {
            List<Violation> faults = faults();
            SlotTaken first = null;
            for (Date date : atFault()) {
                if (date.taken() == null) {
                    return new Refused(Reason.POLICY, faults, "problem.policy.detail");
                }
                first = first == null ? date.taken() : first;
            }
            return new SlotTaken(faults, first::alternatives);
        }

        /** What is wrong with all dates alike is said once; the rest with its date. */
        private List<Violation> faults() {
            Set<Violation> common = new HashSet<>(dates.get(0).faults());
            dates.forEach(date -> common.retainAll(date.faults()));
            common.remove(TAKEN);
            List<Violation> faults = new ArrayList<>(
                    dates.get(0).faults().stream().filter(common::contains).toList());
            for (int i = 0; i < dates.size(); i++) {
                Date date = dates.get(i);
                for (Violation fault : date.faults()) {
                    if (!common.contains(fault)) {
                        faults.add(dated(i, date, fault));
                    }
                }
            }
            return faults;
        }

        private Violation dated(int index, Date date, Violation fault) {
            return Violation.of(
                    fault.rule(),
                    "dates[" + index + "]",
                    "series.date",
                    date.slot().start().atZone(order.space().zone()),
                    fault);
        }
    }
}
