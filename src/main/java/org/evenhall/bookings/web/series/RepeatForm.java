package org.evenhall.bookings.web.series;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenhall.bookings.BookingView;
import org.evenhall.bookings.Series;
import org.evenhall.bookings.Series.RequestSeries;
import org.evenhall.bookings.Series.SeriesBooked;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;
import org.evenhall.platform.text.Formats;
import org.evenhall.platform.text.Unreadable;

/**
 * The part of the form that repeats a booking. It is sent twice: the first time it shows every date and why some cannot be
 * had, the second time it books the others. What was shown travels with the form, so that nobody books dates unseen, be it
 * that the form has changed since or that somebody else has booked.
 */
@Named("repeat")
@RequestScoped
public class RepeatForm {

    private static final int MOST_TIMES = 200;
    private static final int DAYS_OF_A_WEEK = 7;

    /** How often; a language says it by {@code repeat.<NAME>}. */
    public enum Repeat {
        ONCE(""),
        DAILY("FREQ=DAILY"),
        WEEKLY("FREQ=WEEKLY"),
        FORTNIGHTLY("FREQ=WEEKLY;INTERVAL=2"),
        WEEKDAYS("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        /** On the same weekday as the first date: as that is the second Tuesday of its month, each second Tuesday. */
        MONTHLY("FREQ=MONTHLY");

        private final String rule;

        Repeat(String rule) {
            this.rule = rule;
        }

        /** A fifth weekday is the last one, of which every month has one. */
        private String from(LocalDate first) {
            if (this != MONTHLY) {
                return rule;
            }
            int nth = (first.getDayOfMonth() - 1) / DAYS_OF_A_WEEK + 1;
            return rule + ";BYDAY=" + (nth > 4 ? -1 : nth)
                    + first.getDayOfWeek().name().substring(0, 2);
        }
    }

    @Inject
    private Series series;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    private Repeat how;
    private String times;
    private String until;
    private String seen;
    private List<SeriesDate> dates = List.of();

    /** The form begins with what was sent, so that a fault in another input loses nothing of it. */
    @PostConstruct
    void open() {
        Map<String, String> sent =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        how = Stream.of(Repeat.values())
                .filter(each -> each.name().equals(sent.get("how")))
                .findFirst()
                .orElse(Repeat.ONCE);
        times = sent.get("times");
        until = sent.get("until");
        seen = sent.get("seen");
    }

    public boolean isWanted() {
        return how != Repeat.ONCE;
    }

    /** The rule of the form, from a first date on; null where an input is at fault, which is then said at it. */
    public String rule(LocalDate first) {
        boolean byTimes = times != null && !times.isBlank();
        boolean byDay = until != null && !until.isBlank();
        if (byTimes && byDay) {
            return fault("times", "book.repeat-one-end");
        }
        if (byDay) {
            try {
                LocalDate last = Formats.date(until.strip());
                return last.isBefore(first)
                        ? fault("until", "book.repeat-before")
                        : how.from(first) + ";UNTIL=" + DateTimeFormatter.BASIC_ISO_DATE.format(last);
            } catch (Unreadable e) {
                return fault("until", "book.repeat-date");
            }
        }
        if (!byTimes) {
            return fault("times", "book.repeat-no-end");
        }
        String number = times.strip();
        return number.matches("0*[1-9][0-9]{0,2}") && Integer.parseInt(number) <= MOST_TIMES
                ? how.from(first) + ";COUNT=" + Integer.parseInt(number)
                : fault("times", "book.repeat-number");
    }

    private String fault(String input, String key) {
        String text = say.text(key);
        FacesContext.getCurrentInstance().addMessage(input, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
        return null;
    }

    /** Shows the dates of a wish, or books them where just these were shown before. */
    public void book(RequestSeries wish) {
        if (wish.rrule() == null) {
            return;
        }
        SeriesBooked preview = series.preview(caller.get(), wish);
        String shown = told(wish, preview);
        if (shown.equals(seen) && !preview.created().isEmpty()) {
            PageAddress.redirect(
                    PageAddress.series(series.book(caller.get(), wish).id()) + "&booked=true");
            return;
        }
        seen = shown;
        dates = SeriesDate.of(preview, say);
    }

    private static String told(RequestSeries wish, SeriesBooked preview) {
        List<Object> all = List.of(
                wish.people(),
                wish.purpose(),
                wish.end(),
                preview.created().stream().map(BookingView::start).toList(),
                preview.skipped().stream().map(Series.SkippedDate::start).toList());
        return Integer.toHexString(all.toString().hashCode());
    }

    /** What the form is about to book, by start; empty before it was sent once. */
    public List<SeriesDate> getDates() {
        return dates;
    }

    public long getFree() {
        return dates.stream().filter(SeriesDate::isFree).count();
    }

    /** "9 of the 10 dates can be booked." */
    public String getSummary() {
        return getFree() == dates.size()
                ? say.text("book.dates-all", dates.size())
                : say.text("book.dates-free", getFree(), dates.size());
    }

    public List<Repeat> getChoices() {
        return List.of(Repeat.values());
    }

    public Repeat getHow() {
        return how;
    }

    public void setHow(Repeat how) {
        this.how = how == null ? Repeat.ONCE : how;
    }

    public String getTimes() {
        return times;
    }

    public void setTimes(String times) {
        this.times = times;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public String getSeen() {
        return seen;
    }

    public void setSeen(String seen) {
        this.seen = seen;
    }

    public int getMostTimes() {
        return MOST_TIMES;
    }
}
