package org.evenhall.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.evenhall.bookings.BookingNews;
import org.evenhall.bookings.Bookings;
import org.evenhall.bookings.CheckIns;
import org.evenhall.identity.Caller;
import org.evenhall.identity.Contact;
import org.evenhall.platform.Configuration;
import org.evenhall.platform.mail.Mail;
import org.evenhall.platform.text.Messages;
import org.evenhall.spaces.Listed;

/** Writes the mail about news: short, the same plain and as HTML, with the way to the page and what a calendar needs. */
@ApplicationScoped
class Letters {

    private static final Set<BookingNews.Kind> SERIES = EnumSet.of(
            BookingNews.Kind.SERIES_BOOKED, BookingNews.Kind.SERIES_CANCELLED, BookingNews.Kind.SERIES_TAKEN_BACK);

    private final Wording wording;
    private final Configuration configuration;
    private final CheckIns checkIns;
    private final Bookings bookings;
    private final Clock clock;

    Letters() {
        this(null, null, null, null, null);
    }

    @Inject
    Letters(Wording wording, Configuration configuration, CheckIns checkIns, Bookings bookings, Clock clock) {
        this.wording = wording;
        this.configuration = configuration;
        this.checkIns = checkIns;
        this.bookings = bookings;
        this.clock = clock;
    }

    /** @param from the address that mail comes from */
    Mail about(BookingNews news, String eventId, Contact reader, String from) {
        Locale locale = reader.language();
        Wording.Words words = wording.forMail(news, locale);
        Optional<String> invitation = invitation(news);
        String link = configuration.publicUrl() + invitation.orElseGet(() -> Wording.link(news));
        String leads = invitation.isPresent() ? "mail.check-in" : "mail.open";
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(Messages.text(locale, "mail.hello", reader.name()));
        paragraphs.add(words.text());
        place(news)
                .map(each -> each.venue().address())
                .filter(address -> !address.isBlank())
                .ifPresent(address -> paragraphs.add(Messages.text(locale, "mail.where", address)));
        String why = Messages.text(locale, "mail.why", configuration.publicUrl());
        return new Mail(
                eventId,
                reader.email(),
                locale,
                words.title(),
                String.join("\n\n", paragraphs) + "\n\n" + Messages.text(locale, leads) + " " + link + "\n\n-- \n" + why
                        + "\n",
                html(locale, words.title(), paragraphs, link, Messages.text(locale, leads + "-page"), why),
                date(
                        news,
                        reader,
                        new CalendarEntries(wording, configuration.publicUrl().toString(), from, clock.instant())));
    }

    /** A series comes with all its dates as they are by now: some may have been changed or given back since. */
    private Mail.CalendarDate date(BookingNews news, Contact reader, CalendarEntries entries) {
        return SERIES.contains(news.kind())
                ? entries.of(bookings.datesOf(Caller.system(), news.bookingId()), reader.language())
                : entries.of(news, reader);
    }

    /** Where the reader goes, or may go; nothing where they go nowhere. */
    private Optional<Listed> place(BookingNews news) {
        return switch (news.kind()) {
            case PROPOSED -> wording.space(news.otherSpaceId());
            case CONFIRMED, MOVED, PEOPLE_CHANGED, EXTENDED, ACCEPTED, RESTORED, REMINDER, SERIES_BOOKED, OFFERED ->
                wording.space(news.spaceId());
            default -> Optional.empty();
        };
    }

    /** A reminder leads to where one checks in without signing in. */
    private Optional<String> invitation(BookingNews news) {
        return news.kind() == BookingNews.Kind.REMINDER
                ? checkIns.invitation(Caller.system(), news.bookingId())
                : Optional.empty();
    }

    private static String html(
            Locale locale, String title, List<String> paragraphs, String link, String label, String why) {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"").append(locale.getLanguage());
        html.append("\"><head><meta charset=\"utf-8\"><title>").append(escaped(title));
        html.append("</title></head>\n<body style=\"margin:0 auto;max-width:36em;padding:1.5em;line-height:1.5;"
                + "font-family:system-ui,sans-serif\">\n<h1 style=\"font-size:1.3em\">");
        html.append(escaped(title)).append("</h1>\n");
        paragraphs.forEach(each -> html.append("<p>").append(escaped(each)).append("</p>\n"));
        html.append("<p><a href=\"").append(escaped(link)).append("\">");
        html.append(escaped(label)).append("</a></p>\n");
        html.append("<hr>\n<p><small>").append(escaped(why)).append("</small></p>\n</body></html>\n");
        return html.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
