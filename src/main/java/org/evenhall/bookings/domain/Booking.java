package org.evenhall.bookings.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.evenhall.bookings.Status;
import org.evenhall.bookings.StatusReason;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Purpose;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;

/**
 * A resident's hold on a space. It is requested where the owner approves, else confirmed at once; then used, given back, or
 * missed. The row is kept for good; the claim on the slot goes when the time is given back, and shrinks when somebody leaves
 * early or does not come: {@link #held} is what was kept from others in the end, {@link #slot} what was booked.
 *
 * <p>What is due has happened, whether or not a timer has run: {@link #statusAt} says what a booking is at a moment.
 */
@Entity
@Table(name = "booking")
public class Booking {

    @Id
    private String id;

    private String number;

    @Column(name = "space_id")
    private String spaceId;

    @Column(name = "organisation_id")
    private String organisationId;

    @Column(name = "booker_id")
    private String bookerId;

    @Column(name = "series_id")
    private String seriesId;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Enumerated(EnumType.STRING)
    @Column(name = "status_reason")
    private StatusReason statusReason;

    @Column(name = "start_at")
    private Instant start;

    @Column(name = "end_at")
    private Instant end;

    @Column(name = "held_until")
    private Instant heldUntil;

    private LocalDate day;

    private int people;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    private String note;

    @Column(name = "decide_until")
    private Instant decideUntil;

    @Column(name = "decision_note")
    private String decisionNote;

    @Column(name = "cancel_until")
    private Instant cancelUntil;

    @Column(name = "cancel_note")
    private String cancelNote;

    @Column(name = "check_in_from")
    private Instant checkInFrom;

    @Column(name = "check_in_until")
    private Instant checkInUntil;

    @Column(name = "check_in_code")
    private boolean checkInCode;

    @Column(name = "checked_in_at")
    private Instant checkedInAt;

    @Column(name = "proposal_until")
    private Instant proposalUntil;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "cancelled_at")
    private Instant cancelledAt;

    @Column(name = "change_count")
    private int changes;

    @Version
    private int version;

    protected Booking() {}

    /** A wish that keeps all rules: confirmed as soon as it is made where nobody has to approve. */
    public static Booking of(Wish wish, String number, String note, String seriesId) {
        Booking booking = new Booking();
        booking.id = Ids.next();
        booking.number = number;
        booking.bookerId = wish.bookerId();
        booking.seriesId = seriesId;
        booking.purpose = wish.purpose();
        booking.note = note;
        booking.createdAt = wish.now();
        booking.take(wish);
        booking.status = booking.decideUntil == null ? Status.CONFIRMED : Status.REQUESTED;
        return booking;
    }

    private void take(Wish wish) {
        spaceId = wish.space().id();
        organisationId = wish.space().organisation().id();
        start = wish.slot().start();
        end = wish.slot().end();
        heldUntil = null;
        proposalUntil = null;
        day = wish.day();
        people = wish.people();
        Deadlines deadlines = Deadlines.of(wish.policy(), wish.slot());
        decideUntil = deadlines.decideUntil();
        cancelUntil = deadlines.cancelUntil();
        checkInFrom = deadlines.checkInFrom();
        checkInUntil = deadlines.checkInUntil();
        checkInCode = deadlines.checkInCode();
    }

    /** The owner decides on a request. */
    public void decide(boolean approved, String why, Instant now) {
        become(approved ? Status.CONFIRMED : Status.DECLINED, now);
        decisionNote = why;
        decideUntil = null;
    }

    /** Nobody decided in time. */
    public void lapse() {
        turn(status.next(), Status.DECLINED);
        statusReason = StatusReason.LAPSED;
        changes++;
    }

    /** The booker gives the time back while the rules allow it; the owner may take it back until the end. */
    public void cancel(StatusReason by, String reason, ZoneId zone, Instant now) {
        if (by == StatusReason.BY_BOOKER) {
            Changeable.byBooker(this, zone, now);
        }
        become(Status.CANCELLED, now);
        statusReason = by;
        cancelNote = reason;
        cancelledAt = now;
    }

    /**
     * Takes another slot, or another space, in place of this one.
     *
     * @param wish keeps all rules
     * @param asked whether an approval that was given holds for the new slot too, as where the owner moves it
     */
    public void move(Wish wish, boolean asked) {
        Changeable.toWish(this, wish, asked);
        boolean within = spaceId.equals(wish.space().id()) && slot().encloses(wish.slot()) && wish.people() <= people;
        boolean confirmed = status == Status.CONFIRMED;
        take(wish);
        if (confirmed && (asked || within)) {
            decideUntil = null;
        } else if (confirmed && decideUntil != null) {
            throw Changeable.needsApproval();
        }
        if (status == Status.REQUESTED && decideUntil == null) {
            turn(status.next(), Status.CONFIRMED);
        }
        changes++;
    }

    /**
     * A closure took its space, and something else is kept for it until a moment; null when its space is open again. Whoever
     * had checked in before the start is asked to come again.
     */
    public void proposedUntil(Instant until) {
        turn(status.nextWhenClosed(), status == Status.CHECKED_IN ? Status.CONFIRMED : status);
        proposalUntil = until;
        checkedInAt = null;
    }

    /** A closure took its space, and nothing came in its place. */
    public void displace(String why, Instant now) {
        turn(status.nextWhenClosed(), Status.CANCELLED);
        statusReason = StatusReason.CLOSURE;
        cancelNote = why;
        cancelledAt = now;
        changes++;
    }

    /** Stays longer, in the space where it is. */
    public void extend(Instant newEnd, Instant now) {
        Arrival.mustBeStanding(this, now);
        end = newEnd;
        changes++;
    }

    /** A closure begins before it ends. */
    public void shorten(Instant newEnd) {
        end = newEnd;
        checkInUntil = checkInUntil != null && newEnd.isBefore(checkInUntil) ? newEnd : checkInUntil;
        changes++;
    }

    /** Somebody has come; where a closure took the space, nobody can. */
    public void checkIn(Instant now) {
        if (displaced()) {
            throw new Refused(Reason.CONFLICT, "booking.refused.displaced");
        }
        become(Status.CHECKED_IN, now);
        checkedInAt = now;
    }

    /** Nobody came: the room goes back when check-in has closed, and not before the first five minutes. */
    public void missed() {
        Instant first = start.plusSeconds(300);
        turn(status.next(), Status.NO_SHOW);
        heldUntil = checkInUntil.isBefore(first) ? first : checkInUntil;
    }

    /** Leaves before the end. */
    public void leave(Instant from, Instant now) {
        Arrival.mustHaveBegun(this, now);
        turn(status.next(), Status.COMPLETED);
        heldUntil = from;
        changes++;
    }

    /** Its time has passed. */
    public void complete(Instant now) {
        become(Status.COMPLETED, now);
    }

    private void become(Status next, Instant now) {
        Status present = statusAt(now);
        if (!present.mayBecome(next)) {
            throw new Refused(Reason.CONFLICT, "booking.refused.status", present);
        }
        status = next;
        changes++;
    }

    private void turn(Set<Status> allowed, Status next) {
        if (!allowed.contains(next)) {
            throw new IllegalStateException(status + " cannot become " + next);
        }
        status = next;
    }

    /** What the booking is at a moment: what is due has happened. */
    public Status statusAt(Instant now) {
        return Due.status(this, now);
    }

    public StatusReason statusReasonAt(Instant now) {
        return Due.reason(this, now);
    }

    /** When the claim ends by itself as things stand, or null; that of a displaced one waits for what becomes of it. */
    public Instant lastsUntil() {
        return switch (displaced() ? Status.CANCELLED : status) {
            case REQUESTED -> decideUntil;
            case CONFIRMED -> checkInUntil;
            default -> null;
        };
    }

    public String id() {
        return id;
    }

    public String number() {
        return number;
    }

    public String spaceId() {
        return spaceId;
    }

    public String organisationId() {
        return organisationId;
    }

    public String bookerId() {
        return bookerId;
    }

    public String seriesId() {
        return seriesId;
    }

    /** As it was last written; what it is at a moment says {@link #statusAt}. */
    public Status status() {
        return status;
    }

    /** Likewise. */
    StatusReason statusReason() {
        return statusReason;
    }

    public TimeRange slot() {
        return new TimeRange(start, end);
    }

    /** What is or was kept from others. */
    public TimeRange held() {
        return new TimeRange(start, heldUntil == null ? end : heldUntil);
    }

    public LocalDate day() {
        return day;
    }

    public int people() {
        return people;
    }

    public Purpose purpose() {
        return purpose;
    }

    public String note() {
        return note;
    }

    public Instant decideUntil() {
        return decideUntil;
    }

    public String decisionNote() {
        return decisionNote;
    }

    public Instant cancelUntil() {
        return cancelUntil == null ? start : cancelUntil;
    }

    public String cancelNote() {
        return cancelNote;
    }

    public Instant checkInFrom() {
        return checkInFrom;
    }

    public Instant checkInUntil() {
        return checkInUntil;
    }

    public boolean checkInCode() {
        return checkInCode;
    }

    public Instant checkedInAt() {
        return checkedInAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Whether a closure took its space and the booker is asked about another. */
    public boolean displaced() {
        return proposalUntil != null;
    }

    public Instant proposalUntil() {
        return proposalUntil;
    }

    /** The SEQUENCE of RFC 5545, 3.8.7.4. */
    public int changes() {
        return changes;
    }
}
