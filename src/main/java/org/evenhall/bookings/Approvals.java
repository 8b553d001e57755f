package org.evenhall.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenhall.availability.Calendar;
import org.evenhall.availability.Holder;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.bookings.desk.BookingViews;
import org.evenhall.bookings.desk.Locked;
import org.evenhall.bookings.desk.Returning;
import org.evenhall.bookings.desk.Telling;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.domain.Fields;
import org.evenhall.bookings.store.Attendance;
import org.evenhall.bookings.store.BookingStore;
import org.evenhall.identity.Caller;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.persistence.Retried;
import org.evenhall.policies.Policies;
import org.evenhall.spaces.Listed;

/** The door to requests: owners see who asks for what, and decide, one by one or many at once. */
@ApplicationScoped
@Transactional
public class Approvals {

    /** So many can be decided at once. */
    public static final int MOST_AT_ONCE = 200;

    @Inject
    private BookingStore store;

    @Inject
    private Locked locked;

    @Inject
    private BookingViews views;

    @Inject
    private Calendar calendar;

    @Inject
    private Returning returning;

    @Inject
    private Appointments appointments;

    @Inject
    private Policies policies;

    @Inject
    private Attendance attendance;

    @Inject
    private Telling telling;

    @Inject
    private Clock clock;

    /** This door itself, entered anew for each of many decisions. */
    @Inject
    private Approvals each;

    /** What an owner may say to a request. */
    public enum Verdict {
        APPROVE,
        DECLINE
    }

    /** @param reason for the booker to read, at most 1,000 characters, or null */
    public record Decision(Verdict decision, String reason) {}

    /** The same for several bookings, at most 200. */
    public record Decisions(List<String> ids, Verdict decision, String reason) {}

    /** What came of one of many decisions: the booking as it is now, or why it stays as it was. */
    public record Answer(String id, BookingView booking, Refused refusal) {}

    /**
     * Somebody asks for a time.
     *
     * @param kept how many of their bookings in this organisation are over and were used
     * @param missed to how many of them they did not come
     */
    public record Asking(BookingView booking, int kept, int missed) {}

    /**
     * Decides on a request. What the rules say by now does not matter: whoever made them decides. The booker is locked, so
     * that nobody counts as lapsed what is being approved.
     *
     * @throws Refused where it is no request any more, be it decided, given back, or lapsed
     */
    @Retried
    public BookingView decide(Caller caller, String id, Decision decision) {
        caller.mustBeSignedIn();
        checked(decision.decision(), decision.reason());
        Booking booking = locked.bookingWithBooker(caller, id);
        if (!BookingViews.manages(caller, booking)) {
            throw new Refused(Reason.FORBIDDEN, "problem.forbidden.detail");
        }
        boolean approved = decision.decision() == Verdict.APPROVE;
        booking.decide(approved, Fields.blankToNull(decision.reason()), clock.instant());
        if (approved) {
            store.flush();
            keep(booking, views.space(booking.spaceId()));
        } else {
            returning.all(booking);
        }
        telling.of(booking, approved ? BookingNews.Kind.CONFIRMED : BookingNews.Kind.DECLINED, booking.decisionNote());
        return views.of(caller, booking);
    }

    private void keep(Booking booking, Listed space) {
        calendar.lastUntil(space, Holder.booking(booking.id()), booking.lastsUntil());
        appointments.set(booking, policies.read(space).reminders().value());
    }

    /** Decides on several requests, each by itself: one that cannot be decided leaves the others alone. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public List<Answer> decideAll(Caller caller, Decisions decisions) {
        caller.mustBeSignedIn();
        new Fields().required("ids", decisions.ids()).check();
        checked(decisions.decision(), decisions.reason());
        if (decisions.ids().size() > MOST_AT_ONCE) {
            throw Refused.invalid(Violation.of("maximum", "ids", "decisions.too-many", MOST_AT_ONCE));
        }
        var decision = new Decision(decisions.decision(), decisions.reason());
        List<Answer> answers = new ArrayList<>();
        for (String id : new LinkedHashSet<>(decisions.ids())) {
            try {
                answers.add(new Answer(id, each.decide(caller, id, decision), null));
            } catch (Refused refused) {
                answers.add(new Answer(id, null, refused));
            }
        }
        return answers;
    }

    /**
     * The requests that nobody has decided, by start, with what is known of who asks.
     *
     * @param organisation whose; administrators may leave it out and see all
     */
    public Page<Asking> pending(Caller caller, String organisation, int page, int size) {
        if (organisation == null) {
            caller.mustBeAdministrator();
        } else {
            caller.mustHave(Role.OWNER, List.of(Thing.organisation(organisation)));
        }
        var query = new BookingQuery(false, null, organisation, Status.REQUESTED, null, null, null, false);
        Page<Booking> found = store.list(query, null, clock.instant(), page, size);
        List<BookingView> shown = views.of(caller, found.items());
        Map<String, Map<String, Attendance.Past>> past = past(found.items());
        List<Asking> asking = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Booking booking = found.items().get(i);
            Attendance.Past of =
                    past.get(booking.organisationId()).getOrDefault(booking.bookerId(), Attendance.Past.NONE);
            asking.add(new Asking(shown.get(i), of.kept(), of.missed()));
        }
        return new Page<>(asking, found.total(), page, size);
    }

    private Map<String, Map<String, Attendance.Past>> past(List<Booking> bookings) {
        return bookings.stream()
                .collect(Collectors.groupingBy(
                        Booking::organisationId,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                ofOne -> attendance.of(
                                        ofOne.get(0).organisationId(),
                                        ofOne.stream().map(Booking::bookerId).toList(),
                                        clock.instant()))));
    }

    private static void checked(Verdict verdict, String reason) {
        new Fields().required("decision", verdict).text("reason", reason).check();
    }
}
