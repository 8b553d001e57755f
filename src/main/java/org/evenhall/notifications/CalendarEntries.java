package org.evenhall.notifications;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Geo;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.property.Transparency;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.evenhall.bookings.BookingNews;
import org.evenhall.bookings.BookingNews.Kind;
import org.evenhall.bookings.Bookings.SeriesDate;
import org.evenhall.identity.Contact;
import org.evenhall.platform.mail.Mail;
import org.evenhall.platform.text.CalendarText;
import org.evenhall.platform.text.Messages;
import org.evenhall.spaces.Listed;

/**
 * Bookings as entries of the booker's own calendar (RFC 5545, 5546). Each keeps one UID from the confirmation to the
 * cancellation, and its sequence rises with each change, so that a calendar moves or takes away what it has. Times are in
 * UTC, which every calendar shows by its own clock.
 */
final class CalendarEntries {

    private static final Set<Kind> HELD =
            EnumSet.of(Kind.CONFIRMED, Kind.MOVED, Kind.ACCEPTED, Kind.SHORTENED, Kind.EXTENDED);
    private static final Set<Kind> GONE =
            EnumSet.of(Kind.CANCELLED, Kind.TAKEN_BACK, Kind.DISPLACED, Kind.PROPOSAL_LAPSED);

    private final Wording wording;
    private final String address;
    private final String organiser;
    private final Instant now;

    /**
     * @param address where the pages are
     * @param organiser address that mail comes from
     */
    CalendarEntries(Wording wording, String address, String organiser, Instant now) {
        this.wording = wording;
        this.address = address;
        this.organiser = organiser;
        this.now = now;
    }

    /** A booking that is new, changed or over; null for news that changes nothing in a calendar. */
    Mail.CalendarDate of(BookingNews news, Contact reader) {
        boolean gone = GONE.contains(news.kind());
        if (!gone && !HELD.contains(news.kind())) {
            return null;
        }
        VEvent event = entry(
                new SeriesDate(
                        news.bookingId(),
                        news.number(),
                        news.spaceId(),
                        news.start(),
                        news.end(),
                        news.sequence(),
                        !gone),
                reader.language());
        event.addAttendee(attendee(reader));
        return calendar(gone ? Method.CANCEL : Method.REQUEST, List.of(event));
    }

    /** All dates of a series, each an entry of its own: an invitation could hold but one; null where there is none. */
    Mail.CalendarDate of(List<SeriesDate> dates, Locale locale) {
        return dates.isEmpty()
                ? null
                : calendar(
                        Method.PUBLISH,
                        dates.stream().map(date -> entry(date, locale)).toList());
    }

    private static Mail.CalendarDate calendar(String method, List<VEvent> events) {
        var calendar = new ICalendar();
        calendar.setProductId("-//Evenhall//Evenhall//EN");
        calendar.setMethod(method);
        events.forEach(calendar::addEvent);
        return new Mail.CalendarDate(method, CalendarText.of(calendar));
    }

    private VEvent entry(SeriesDate date, Locale locale) {
        String link = address + Wording.booking(date.bookingId());
        var event = new VEvent();
        event.setUid("booking-" + date.bookingId() + "@evenhall");
        event.setSequence(date.sequence());
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(Date.from(date.start()));
        event.setDateEnd(Date.from(date.end()));
        event.setStatus(date.held() ? Status.confirmed() : Status.cancelled());
        event.setTransparency(date.held() ? Transparency.opaque() : Transparency.transparent());
        event.setSummary(wording.name(date.spaceId(), locale));
        event.setDescription(Messages.text(locale, "mail.calendar", date.number(), link));
        event.setUrl(link);
        event.setOrganizer(new Organizer("Evenhall", organiser));
        wording.space(date.spaceId()).ifPresent(space -> place(event, space, locale));
        return event;
    }

    private static Attendee attendee(Contact reader) {
        var attendee = new Attendee(CalendarText.parameter(reader.name()), reader.email());
        attendee.setParticipationStatus(ParticipationStatus.ACCEPTED);
        attendee.setRsvp(false);
        return attendee;
    }

    private static void place(VEvent event, Listed space, Locale locale) {
        String name = space.venue().name().in(locale);
        String street = space.venue().address();
        event.setLocation(street == null || street.isBlank() ? name : name + ", " + street);
        event.setGeo(new Geo(space.venue().point().lat(), space.venue().point().lon()));
    }
}
