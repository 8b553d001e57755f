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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.evenhall.bookings.BookingNews;
import org.evenhall.bookings.BookingNews.Kind;
import org.evenhall.identity.Contact;
import org.evenhall.platform.mail.Mail;
import org.evenhall.platform.text.CalendarText;
import org.evenhall.platform.text.Messages;
import org.evenhall.spaces.Listed;

/**
 * A booking as an entry of the booker's own calendar (RFC 5545, 5546). It keeps one UID from the confirmation to the
 * cancellation, and the sequence rises with each change, so that a calendar moves or takes away what it has.
 */
final class CalendarEntry {

    private static final Set<Kind> HELD =
            EnumSet.of(Kind.CONFIRMED, Kind.MOVED, Kind.ACCEPTED, Kind.SHORTENED, Kind.EXTENDED);
    private static final Set<Kind> GONE =
            EnumSet.of(Kind.CANCELLED, Kind.TAKEN_BACK, Kind.DISPLACED, Kind.PROPOSAL_LAPSED);

    private final BookingNews news;
    private final Locale locale;
    private final Instant now;

    CalendarEntry(BookingNews news, Locale locale, Instant now) {
        this.news = news;
        this.locale = locale;
        this.now = now;
    }

    /** Null for news that changes nothing in a calendar. */
    Mail.CalendarDate of(String summary, Optional<Listed> space, String link, String organiser, Contact reader) {
        boolean gone = GONE.contains(news.kind());
        if (!gone && !HELD.contains(news.kind())) {
            return null;
        }
        String method = gone ? Method.CANCEL : Method.REQUEST;
        var calendar = new ICalendar();
        calendar.setProductId("-//Evenhall//Evenhall//EN");
        calendar.setMethod(method);
        VEvent event = slot(gone);
        event.setSummary(summary);
        event.setDescription(Messages.text(locale, "mail.calendar", news.number(), link));
        event.setUrl(link);
        event.setOrganizer(new Organizer("Evenhall", organiser));
        event.addAttendee(attendee(reader));
        space.ifPresent(each -> place(event, each));
        calendar.addEvent(event);
        return new Mail.CalendarDate(method, CalendarText.of(calendar));
    }

    private VEvent slot(boolean gone) {
        var event = new VEvent();
        event.setUid("booking-" + news.bookingId() + "@evenhall");
        event.setSequence(news.sequence());
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(Date.from(news.start()));
        event.setDateEnd(Date.from(news.end()));
        event.setStatus(gone ? Status.cancelled() : Status.confirmed());
        event.setTransparency(gone ? Transparency.transparent() : Transparency.opaque());
        return event;
    }

    private static Attendee attendee(Contact reader) {
        var attendee = new Attendee(CalendarText.parameter(reader.name()), reader.email());
        attendee.setParticipationStatus(ParticipationStatus.ACCEPTED);
        attendee.setRsvp(false);
        return attendee;
    }

    private void place(VEvent event, Listed space) {
        String name = space.venue().name().in(locale);
        String address = space.venue().address();
        event.setLocation(address == null || address.isBlank() ? name : name + ", " + address);
        event.setGeo(new Geo(space.venue().point().lat(), space.venue().point().lon()));
    }
}
