package org.evenhall.exchange;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Transparency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.evenhall.availability.BusyTime;
import org.evenhall.availability.FreeTimes;
import org.evenhall.identity.Caller;
import org.evenhall.platform.text.CalendarText;
import org.evenhall.platform.text.Messages;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.SpaceCard;

/** The busy times of a space as a calendar that other programs subscribe to (RFC 5545); it names nobody. */
@ApplicationScoped
public class CalendarFeed {

    private static final Duration BACK = Duration.ofDays(31);
    private static final Duration AHEAD = Duration.ofDays(366);

    @Inject
    private Catalogue catalogue;

    @Inject
    private FreeTimes freeTimes;

    @Inject
    private Clock clock;

    public String of(Caller caller, String spaceId) {
        SpaceCard space = catalogue.published(spaceId).card(caller.locale(), null);
        Instant now = clock.instant();
        var calendar = new ICalendar();
        calendar.setProductId("-//Evenhall//Evenhall//EN");
        calendar.setName(space.name() + ", " + space.venue().name());
        for (BusyTime busy : freeTimes.busy(caller, spaceId, now.minus(BACK), now.plus(AHEAD))) {
            calendar.addEvent(event(busy, caller.locale()));
        }
        return CalendarText.of(calendar);
    }

    private static VEvent event(BusyTime busy, Locale locale) {
        var event = new VEvent();
        event.setUid(busy.id() + "@evenhall");
        event.setDateTimeStamp(Date.from(busy.since()));
        event.setDateStart(Date.from(busy.slot().start()));
        event.setDateEnd(Date.from(busy.slot().end()));
        event.setSummary(Messages.text(locale, busy.closed() ? "feed.closed" : "feed.taken"));
        event.setTransparency(Transparency.opaque());
        return event;
    }
}
