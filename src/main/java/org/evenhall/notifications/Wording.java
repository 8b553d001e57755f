package org.evenhall.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.evenhall.bookings.BookingNews;
import org.evenhall.platform.faces.Say;
import org.evenhall.platform.text.Messages;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/** Says news in words. On a page, "today" is the day of the reader; a mail may be read on any day and states the date. */
@ApplicationScoped
class Wording {

    private final Catalogue catalogue;
    private final Clock clock;

    Wording() {
        this(null, null);
    }

    @Inject
    Wording(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** A line and a few sentences. */
    record Words(String title, String text) {}

    Words forPage(BookingNews news, Locale locale) {
        var say = new Say(locale, clock);
        return words(
                news,
                locale,
                (start, end, zone) -> say.when(
                        start.atZone(zone).toOffsetDateTime(), end.atZone(zone).toOffsetDateTime(), zone),
                (moment, zone) -> say.moment(moment.atZone(zone).toOffsetDateTime(), zone));
    }

    Words forMail(BookingNews news, Locale locale) {
        return words(
                news,
                locale,
                (start, end, zone) -> dated(start, end, zone, locale),
                (moment, zone) -> Messages.told(locale, moment.atZone(zone)));
    }

    /** "Mon 23 Nov 2026 18:30 to 21:00". */
    String dated(Instant start, Instant end, ZoneId zone, Locale locale) {
        return Messages.text(
                locale,
                "say.when",
                Messages.told(locale, LocalDate.ofInstant(start, zone)),
                new Say(locale, clock).times(start, end, zone));
    }

    Optional<Listed> space(String id) {
        return id == null ? Optional.empty() : catalogue.snapshot().find(id);
    }

    /** The zone of the venue that it is about. */
    ZoneId zone(BookingNews news) {
        return space(news.spaceId())
                .or(() -> space(news.otherSpaceId()))
                .map(Listed::zone)
                .orElse(ZoneOffset.UTC);
    }

    /** How a slot and a moment are told. */
    private interface Span {
        String of(Instant start, Instant end, ZoneId zone);
    }

    private interface Moment {
        String of(Instant moment, ZoneId zone);
    }

    private Words words(BookingNews news, Locale locale, Span span, Moment moment) {
        ZoneId zone = zone(news);
        Object[] args = {
            name(news.spaceId(), locale),
            slot(news.start(), news.end(), zone, span),
            news.number() == null ? "" : news.number(),
            name(news.otherSpaceId(), locale),
            slot(news.otherStart(), news.otherEnd(), zone, span),
            news.until() == null ? "" : moment.of(news.until(), zone),
            space(news.spaceId())
                    .map(space -> space.organisation().name().in(locale))
                    .orElseGet(() -> Messages.text(locale, "news.some-house")),
            news.people()
        };
        String key = "news." + news.kind();
        String text = Messages.text(locale, key + ".text", args);
        if (news.reason() != null) {
            text += Messages.text(locale, "news.reason", news.reason());
        }
        return new Words(Messages.text(locale, key + ".title", args), text);
    }

    private static String slot(Instant start, Instant end, ZoneId zone, Span span) {
        return start == null || end == null ? "" : span.of(start, end, zone);
    }

    /** How the reader calls a space. */
    String name(String spaceId, Locale locale) {
        return space(spaceId)
                .map(space -> Messages.text(
                        locale,
                        "news.space",
                        space.name().in(locale),
                        space.venue().name().in(locale)))
                .orElse(Messages.text(locale, "news.some-space"));
    }

    static String booking(String id) {
        return "/resident/booking?id=" + id;
    }

    /** Where the reader goes on from it. */
    static String link(BookingNews news) {
        return switch (news.kind().about()) {
            case BOOKING -> booking(news.bookingId());
            case SERIES -> "/resident/series?id=" + news.bookingId();
            case WAITING, PERSON -> "/resident/bookings";
            case DESK ->
                (news.kind() == BookingNews.Kind.OBJECTED ? "/owner/pauses" : "/owner/requests") + "?organisation="
                        + news.organisationId();
        };
    }
}
