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
import org.evenhall.bookings.Status;
import org.evenhall.bookings.StatusReason;
import org.evenhall.kernel.Ids;
import org.evenhall.kernel.Purpose;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;

/**
 * A resident's hold on a space: requested, then confirmed, then used or given back. The row is kept for good; the claim on
 * the slot goes when the time is given back.
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

    @Enumerated(EnumType.STRING)
    private Status status;

    @Enumerated(EnumType.STRING)
    @Column(name = "status_reason")
    private StatusReason statusReason;

    @Column(name = "start_at")
    private Instant start;

    @Column(name = "end_at")
    private Instant end;

    private LocalDate day;

    private int people;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    private String note;

    @Column(name = "cancel_note")
    private String cancelNote;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "cancelled_at")
    private Instant cancelledAt;

    @Version
    private int version;

    protected Booking() {}

    /** A wish that keeps all rules and needs nobody's approval is confirmed as soon as it is made. */
    public static Booking confirmed(Wish wish, LocalDate day, String number, Purpose purpose, String note) {
        Booking booking = new Booking();
        booking.id = Ids.next();
        booking.number = number;
        booking.spaceId = wish.space().id();
        booking.organisationId = wish.space().organisation().id();
        booking.bookerId = wish.bookerId();
        booking.status = Status.CONFIRMED;
        booking.start = wish.slot().start();
        booking.end = wish.slot().end();
        booking.day = day;
        booking.people = wish.people();
        booking.purpose = purpose;
        booking.note = note;
        booking.createdAt = wish.now();
        return booking;
    }

    /** The booker gives the time back before the start; the owner may take it back until the end. */
    public void cancel(StatusReason by, String reason, Instant now) {
        Status present = statusAt(now);
        if (!present.mayBecome(Status.CANCELLED)) {
            throw new Refused(Reason.CONFLICT, "booking.refused.status", present);
        }
        if (by == StatusReason.BY_BOOKER && !now.isBefore(start)) {
            throw new Refused(Reason.CONFLICT, "booking.refused.begun");
        }
        status = Status.CANCELLED;
        statusReason = by;
        cancelNote = reason;
        cancelledAt = now;
    }

    /** What the booking is at a moment: where check-in is not asked, it is completed when its time has passed. */
    public Status statusAt(Instant now) {
        return status == Status.CONFIRMED && !end.isAfter(now) ? Status.COMPLETED : status;
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

    public StatusReason statusReason() {
        return statusReason;
    }

    public TimeRange slot() {
        return new TimeRange(start, end);
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

    public String cancelNote() {
        return cancelNote;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
