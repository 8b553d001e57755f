package org.evenhall.bookings.web.closing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhall.bookings.BookingView;
import org.evenhall.bookings.Closures;
import org.evenhall.bookings.Closures.Affected;
import org.evenhall.bookings.Closures.CloseSpace;
import org.evenhall.bookings.Closures.ClosureView;
import org.evenhall.bookings.web.PlainForm;
import org.evenhall.bookings.web.Refusal;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;
import org.evenhall.platform.text.Formats;
import org.evenhall.spaces.SpaceCard;

/**
 * The closures of a space. Whoever wants to close it sees first which bookings that hits and what would become of each,
 * and then does it; the form keeps what was typed.
 */
@Named("closuresPage")
@RequestScoped
public class ClosuresPage {

    private static final String HERE = "/owner/closures?space=";
    private static final int ON_PAGE = 20;
    private static final Set<String> DONE = Set.of("closed", "lifted");

    @Inject
    private Closures closures;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    private final Map<String, String> problems = new HashMap<>();
    private SpaceCard space;
    private String from;
    private String until;
    private String reason;
    private Line preview;
    private String done;
    private Refusal refusal;
    private Page<ClosureView> found = new Page<>(List.of(), 0, 0, ON_PAGE);

    /** A booking that a closure hits: who and when, what becomes of it, and what is kept for it. */
    public record Hit(String when, String who, String outcome, boolean kept, String where) {}

    /** A closure as the page shows it. */
    public record Line(String id, String when, String reason, String count, List<Hit> hits) {}

    public void load() {
        PlainForm form = PlainForm.sent();
        String id = form.text("space") == null ? "" : form.text("space");
        if (!caller.get().signedIn()) {
            PageAddress.redirect(PageAddress.signIn(HERE + PageAddress.encoded(id)));
            return;
        }
        space = closures.space(caller.get(), id);
        from = form.text("from");
        until = form.text("until");
        reason = form.text("reason");
        String said = form.isPosted() ? null : form.text("done");
        done = said != null && DONE.contains(said) ? say.text("closures.done." + said) : null;
        if (!form.isPosted() || !done(form)) {
            found = closures.list(caller.get(), space.id(), form.number("page"), ON_PAGE);
        }
    }

    /** Whether something was changed, so that the page is shown anew. */
    private boolean done(PlainForm form) {
        try {
            if (form.text("lift") != null) {
                closures.lift(caller.get(), space.id(), form.text("lift"));
                closures.rehouse(caller.get(), space.id(), form.text("lift"));
                PageAddress.redirect(HERE + PageAddress.encoded(space.id()) + "&done=lifted");
                return true;
            }
            var wish = new CloseSpace(moment("from", from), moment("until", until), reason);
            if (reason == null) {
                problems.put("reason", say.text("closures.needed"));
            }
            if (!problems.isEmpty()) {
                return false;
            }
            if (form.text("do") == null) {
                preview = line(closures.preview(caller.get(), space.id(), wish));
                return false;
            }
            ClosureView closed = closures.close(caller.get(), space.id(), wish);
            closures.rehouse(caller.get(), space.id(), closed.id());
            PageAddress.redirect(HERE + PageAddress.encoded(space.id()) + "&done=closed");
            return true;
        } catch (Refused refused) {
            tell(refused);
            return false;
        }
    }

    private OffsetDateTime moment(String input, String typed) {
        if (typed == null) {
            problems.put(input, say.text("closures.needed"));
            return null;
        }
        try {
            var local = LocalDateTime.parse(typed);
            if (Formats.isReckonable(local.getYear())) {
                return local.atZone(zone()).toOffsetDateTime();
            }
        } catch (DateTimeParseException e) {
            // told below, as a year out of reach is
        }
        problems.put(input, say.text("closures.no-time"));
        return null;
    }

    /** What is wrong with an input is told there, all else above the form. */
    private void tell(Refused refused) {
        Map<String, String> inputs = Map.of("start", "from", "end", "until", "reason", "reason");
        for (var violation : refused.violations()) {
            if (inputs.containsKey(violation.field())) {
                problems.putIfAbsent(
                        inputs.get(violation.field()),
                        say.text(violation.key(), violation.args().toArray()));
            }
        }
        if (problems.isEmpty()) {
            refusal = Refusal.of(refused, say);
        }
    }

    private Line line(ClosureView closure) {
        return new Line(
                closure.id(),
                say.text("closures.span", say.moment(closure.start(), zone()), say.moment(closure.end(), zone())),
                closure.reason(),
                say.text("closures.hits", closure.affected().size()),
                closure.affected().stream().map(this::hit).toList());
    }

    private Hit hit(Affected booking) {
        BookingView.Proposal kept = booking.proposal();
        return new Hit(
                say.when(booking.start(), booking.end(), zone()),
                say.text(
                        "closures.booking",
                        booking.bookedBy() == null ? "" : booking.bookedBy(),
                        booking.people(),
                        booking.number()),
                say.text("outcome." + booking.outcome()),
                kept != null,
                kept == null
                        ? null
                        : say.text(
                                booking.outcome() == Closures.Outcome.PROPOSED
                                        ? "closures.kept"
                                        : "closures.would-be-kept",
                                kept.space().name(),
                                kept.space().venue().name(),
                                say.moment(kept.until(), kept.space().venue().zone())));
    }

    private ZoneId zone() {
        return space.venue().zone();
    }

    public SpaceCard getSpace() {
        return space;
    }

    public String getFrom() {
        return from;
    }

    public String getUntil() {
        return until;
    }

    public String getReason() {
        return reason;
    }

    /** What is wrong with an input, by its name. */
    public Map<String, String> getProblems() {
        return problems;
    }

    /** What would happen; null before it was asked. */
    public Line getPreview() {
        return preview;
    }

    /** What has just been done, or null. */
    public String getDone() {
        return done;
    }

    public Refusal getRefusal() {
        return refusal;
    }

    public List<Line> getLines() {
        return found.items().stream().map(this::line).toList();
    }

    public long getTotal() {
        return found.total();
    }

    public long getFirst() {
        return (long) found.page() * ON_PAGE + 1;
    }

    public long getLast() {
        return getFirst() + found.items().size() - 1;
    }

    public String getPreviousAddress() {
        return found.page() == 0 ? null : HERE + PageAddress.encoded(space.id()) + "&page=" + (found.page() - 1);
    }

    public String getNextAddress() {
        return getLast() >= found.total()
                ? null
                : HERE + PageAddress.encoded(space.id()) + "&page=" + (found.page() + 1);
    }
}
