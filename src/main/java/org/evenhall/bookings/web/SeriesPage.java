package org.evenhall.bookings.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhall.bookings.BookingView;
import org.evenhall.bookings.Series;
import org.evenhall.bookings.Status;
import org.evenhall.bookings.web.series.SeriesDate;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;

/**
 * A series: all its dates, and those that were left out. Giving dates back and adding one each ask once more before it is
 * done; the address says what is asked, so that no script is needed.
 */
@Named("seriesPage")
@RequestScoped
public class SeriesPage {

    private static final Set<Status> HELD = Set.of(Status.REQUESTED, Status.CONFIRMED, Status.CHECKED_IN);
    private static final String ALL = "all";

    @Inject
    private Series series;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    @Inject
    private Clock clock;

    private String id;
    private Map<String, String> asked;
    private Series.SeriesView view;
    private Refusal refusal;

    /**
     * A booking of the series as a line of its list.
     *
     * @param cancellable whether its booker may still give it back
     */
    public record DateRow(BookingView booking, String when, boolean held, boolean cancellable, String fromAddress) {}

    /** A date that was left out, and where it can be added. */
    public record SkippedRow(SeriesDate date, String address) {}

    @PostConstruct
    void open() {
        asked = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        id = asked.getOrDefault("id", "");
        if (caller.get().signedIn()) {
            view = series.get(caller.get(), id);
        }
    }

    /** A series is shown to those who may see it; who has not signed in does that first. */
    public void check() {
        if (view == null) {
            PageAddress.redirect(PageAddress.signIn(PageAddress.series(id)));
        }
    }

    public void cancel() {
        try {
            var done = series.cancel(caller.get(), id, new Series.CancelSeries(from(), null));
            PageAddress.redirect(
                    PageAddress.series(id) + "&cancelled=" + done.cancelled().size() + "&kept="
                            + done.kept().stream().filter(this::isToCome).count());
        } catch (Refused refused) {
            refusal = Refusal.of(refused, say);
        }
    }

    private boolean isToCome(Series.Kept kept) {
        return HELD.contains(kept.booking().status());
    }

    /** Null for all. */
    private String from() {
        String from = asked.get("from");
        return from == null || from.equals(ALL) ? null : from;
    }

    public void add() {
        try {
            series.add(
                    caller.get(),
                    id,
                    new Series.AddDate(getAdding() == null ? null : getAdding().start()));
            PageAddress.redirect(PageAddress.series(id) + "&added=true");
        } catch (Refused refused) {
            refusal = Refusal.of(refused, say);
        }
    }

    public Series.SeriesView getSeries() {
        return view;
    }

    public List<DateRow> getDates() {
        return view.bookings().stream().map(this::row).toList();
    }

    private DateRow row(BookingView booking) {
        Instant now = clock.instant();
        boolean held = HELD.contains(booking.status());
        return new DateRow(
                booking,
                when(booking),
                held,
                booking.mayBeGivenBack(now),
                PageAddress.series(id) + "&from="
                        + PageAddress.encoded(booking.start().toString()));
    }

    private String when(BookingView booking) {
        return say.when(booking.start(), booking.end(), booking.space().venue().zone());
    }

    public List<SkippedRow> getSkipped() {
        return view.skipped().stream()
                .map(date -> SeriesDate.skipped(date, say))
                .map(date -> new SkippedRow(
                        date,
                        date.start().toInstant().isAfter(clock.instant())
                                ? PageAddress.series(id) + "&add="
                                        + PageAddress.encoded(date.start().toString())
                                : null))
                .toList();
    }

    public boolean isCancellable() {
        return getDates().stream().anyMatch(DateRow::cancellable);
    }

    /** Whether the page asks once more before dates are given back. */
    public boolean isAsking() {
        return asked.containsKey("from") && isCancellable();
    }

    public String getFrom() {
        return asked.get("from");
    }

    /** What would be given back, in a sentence. */
    public String getQuestion() {
        return view.bookings().stream()
                .filter(booking -> booking.start().toString().equals(asked.get("from")))
                .findFirst()
                .map(first -> say.text("series.sure-from", when(first)))
                .orElse(say.text("series.sure-all"));
    }

    /** The date that the page asks about before it is added, or null. */
    public SeriesDate getAdding() {
        return view.skipped().stream()
                .filter(date -> same(date.start(), asked.get("add")))
                .findFirst()
                .map(date -> SeriesDate.skipped(date, say))
                .orElse(null);
    }

    private static boolean same(OffsetDateTime start, String text) {
        return start.toString().equals(text);
    }

    public boolean isJustBooked() {
        return asked.containsKey("booked");
    }

    /** What has just been done, or null. */
    public String getDone() {
        if (asked.containsKey("added")) {
            return say.text("series.added");
        }
        String cancelled = asked.get("cancelled");
        if (cancelled == null) {
            return null;
        }
        int kept = number(asked.get("kept"));
        String done = say.text("series.cancelled", number(cancelled));
        return kept == 0 ? done : say.text("series.sentences", done, say.text("series.kept", kept));
    }

    private static int number(String text) {
        return text != null && text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    }

    public String getAddress() {
        return PageAddress.series(id);
    }

    public Refusal getRefusal() {
        return refusal;
    }
}
