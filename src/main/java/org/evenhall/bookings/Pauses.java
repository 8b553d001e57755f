package org.evenhall.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenhall.bookings.desk.Appointments;
import org.evenhall.bookings.desk.BookingViews;
import org.evenhall.bookings.desk.Missed;
import org.evenhall.bookings.domain.Booking;
import org.evenhall.bookings.domain.Fields;
import org.evenhall.bookings.domain.Pause;
import org.evenhall.bookings.domain.Pausing;
import org.evenhall.bookings.store.Attendance;
import org.evenhall.bookings.store.BookingStore;
import org.evenhall.bookings.store.PauseStore;
import org.evenhall.identity.Caller;
import org.evenhall.identity.People;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Refused;
import org.evenhall.organisations.OrganisationRef;
import org.evenhall.platform.jobs.Timers;
import org.evenhall.platform.outbox.Outbox;
import org.evenhall.platform.persistence.Retried;
import org.evenhall.policies.Policies;
import org.evenhall.policies.PolicyView;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/** The door to pauses: who may not book by themselves for a while, why not, and what they and the owner say about it. */
@ApplicationScoped
@Transactional
public class Pauses {

    @Inject
    private PauseStore store;

    @Inject
    private Attendance attendance;

    @Inject
    private BookingStore bookings;

    @Inject
    private BookingViews views;

    @Inject
    private Policies policies;

    @Inject
    private People people;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Timers timers;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /** What somebody says against a pause. */
    public record Appeal(String text) {}

    /** @param reason for the person to read, or null */
    public record Decision(Boolean lift, String reason) {}

    /**
     * A pause as its person and the owner see it; times in the zone of the city.
     *
     * @param person shown name
     * @param open whether it is in the way at the moment
     * @param awaitsAnswer whether the person has objected and nobody has answered yet
     */
    public record PauseView(
            String id,
            String person,
            OrganisationRef organisation,
            OffsetDateTime from,
            OffsetDateTime until,
            boolean open,
            String appeal,
            OffsetDateTime appealedAt,
            boolean awaitsAnswer,
            String answer,
            OffsetDateTime answeredAt,
            OffsetDateTime liftedAt) {}

    /** Until when the person is paused for this space; empty where nothing is in the way. The person is locked. */
    public Optional<Instant> until(String personId, Listed space, PolicyView policy, Instant now) {
        return store.until(personId, space.organisation().id(), now);
    }

    /** The person may not be locked any more where this is heard, so the no-shows are counted right afterwards. */
    void note(@Observes Missed missed) {
        timers.set(Appointments.MISSED, missed.booking().id(), clock.instant());
    }

    /** Counts the no-shows of whoever did not come to a booking, and begins a pause where they are too many. */
    public void count(Caller caller, String bookingId) {
        caller.mustBeAdministrator();
        bookings.find(bookingId).ifPresent(this::count);
    }

    private void count(Booking missed) {
        people.lock(missed.bookerId());
        Instant now = clock.instant();
        Optional<Pause> latest = store.latest(missed.bookerId(), missed.organisationId());
        if (latest.filter(pause -> pause.holdsAt(now)).isPresent()) {
            return;
        }
        PolicyView policy = policies.read(views.space(missed.spaceId()));
        Instant from = Pausing.countedFrom(policy, latest.map(Pause::from).orElse(null), now);
        long noShows = attendance.noShows(missed.bookerId(), missed.organisationId(), from);
        Pausing.until(policy, noShows, now).ifPresent(until -> {
            Pause pause = Pause.of(Ids.next(), missed.bookerId(), missed.organisationId(), now, until);
            store.add(pause);
            tell(pause, BookingNews.Kind.PAUSED, missed.spaceId(), pause.personId());
        });
    }

    /**
     * One's own pauses, or those of an organisation that one manages; the latest first, ties by id.
     *
     * @param open only those that are in the way at the moment
     */
    public Page<PauseView> list(Caller caller, String organisation, boolean open, int page, int size) {
        caller.mustBeSignedIn();
        if (organisation != null) {
            caller.mustHave(Role.OWNER, List.of(Thing.organisation(organisation)));
        }
        Instant now = clock.instant();
        Page<Pause> found = store.list(
                organisation == null ? caller.personId() : null, organisation, open ? now : null, page, size);
        Map<String, String> names =
                people.names(found.items().stream().map(Pause::personId).collect(Collectors.toSet()));
        return found.map(pause -> view(caller, pause, names.get(pause.personId()), now));
    }

    /** Says to the owner why a pause is not right; once. */
    @Retried
    public PauseView appeal(Caller caller, String id, Appeal appeal) {
        caller.mustBeSignedIn();
        String text = Fields.blankToNull(appeal.text());
        new Fields().required("text", text).text("text", text).check();
        Pause pause = locked(caller, id);
        if (!caller.is(pause.personId())) {
            throw Refused.notFound("pause", id);
        }
        PauseView shown = changed(caller, pause.appealed(text, clock.instant()));
        people.having(Role.OWNER, Thing.organisation(pause.organisationId()))
                .forEach(owner -> tell(pause, BookingNews.Kind.OBJECTED, null, owner));
        return shown;
    }

    /** The owner answers, and lifts the pause or leaves it; lifted it may be without an appeal too. */
    @Retried
    public PauseView decide(Caller caller, String id, Decision decision) {
        caller.mustBeSignedIn();
        new Fields()
                .required("lift", decision.lift())
                .text("reason", decision.reason())
                .check();
        Pause pause = locked(caller, id);
        caller.mustHave(Role.OWNER, List.of(Thing.organisation(pause.organisationId())));
        Pause decided = pause.decided(decision.lift(), Fields.blankToNull(decision.reason()), clock.instant());
        PauseView shown = changed(caller, decided);
        tell(
                decided,
                decision.lift() ? BookingNews.Kind.UNPAUSED : BookingNews.Kind.PAUSE_STAYS,
                null,
                pause.personId());
        return shown;
    }

    /** One's own, or one of an organisation that one manages; its person is locked from now on. */
    private Pause locked(Caller caller, String id) {
        Pause found = store.find(id)
                .filter(pause -> caller.is(pause.personId())
                        || caller.administrator()
                        || caller.has(Role.OWNER, List.of(Thing.organisation(pause.organisationId()))))
                .orElseThrow(() -> Refused.notFound("pause", id));
        people.lock(found.personId());
        return store.find(id).orElseThrow();
    }

    private PauseView changed(Caller caller, Pause pause) {
        store.change(pause);
        return view(caller, pause, people.names(List.of(pause.personId())).get(pause.personId()), clock.instant());
    }

    /** @param spaceId the space that was missed, or null for any of the house: news is told by its clocks */
    private void tell(Pause pause, BookingNews.Kind kind, String spaceId, String whom) {
        outbox.publish(new BookingNews(
                kind,
                kind.about() == BookingNews.About.DESK ? pause.id() : null,
                null,
                whom,
                spaceId == null ? anySpace(pause.organisationId()) : spaceId,
                pause.organisationId(),
                null,
                null,
                0,
                0,
                null,
                null,
                null,
                pause.until(),
                pause.answer()));
    }

    private String anySpace(String organisationId) {
        return catalogue.snapshot().all().stream()
                .filter(space -> space.organisation().id().equals(organisationId))
                .findFirst()
                .map(Listed::id)
                .orElse(null);
    }

    private PauseView view(Caller caller, Pause pause, String person, Instant now) {
        ZoneId zone = catalogue.zone();
        return new PauseView(
                pause.id(),
                person,
                organisation(caller, pause.organisationId()),
                at(pause.from(), zone),
                at(pause.until(), zone),
                pause.holdsAt(now),
                pause.appeal(),
                at(pause.appealedAt(), zone),
                pause.awaitsAnswerAt(now),
                pause.answer(),
                at(pause.answeredAt(), zone),
                at(pause.liftedAt(), zone));
    }

    private OrganisationRef organisation(Caller caller, String id) {
        return catalogue.snapshot().all().stream()
                .map(Listed::organisation)
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(each -> new OrganisationRef(id, each.name().in(caller.locale()), each.kind()))
                .orElse(null);
    }

    private static OffsetDateTime at(Instant instant, ZoneId zone) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, zone);
    }
}
