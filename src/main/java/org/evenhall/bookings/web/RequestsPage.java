package org.evenhall.bookings.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenhall.bookings.Approvals;
import org.evenhall.bookings.Approvals.Asking;
import org.evenhall.bookings.Approvals.Verdict;
import org.evenhall.bookings.BookingView;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;

/** What waits for the owner to decide: who asks for what, what is known of them, and a decision on one or many. */
@Named("requestsPage")
@RequestScoped
public class RequestsPage {

    private static final String HERE = "/owner/requests";
    private static final int ON_PAGE = 50;
    private static final Map<String, Verdict> BUTTONS = Map.of("approve", Verdict.APPROVE, "decline", Verdict.DECLINE);

    @Inject
    private Approvals approvals;

    @Inject
    private Houses houses;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    private List<Line> lines = List.of();
    private List<String> failed = List.of();
    private long total;
    private int page;
    private int done;
    private String reason;
    private boolean nothingChosen;

    /** A request as a line of the list. */
    public record Line(BookingView booking, String when, String until, String past, boolean chosen) {}

    public void load() {
        if (!caller.get().signedIn()) {
            PageAddress.redirect(PageAddress.signIn(HERE));
            return;
        }
        PlainForm form = PlainForm.sent();
        if (!houses.choose(HERE, form.text("organisation"), true)) {
            caller.get().mustBeAdministrator();
        }
        page = form.number("page");
        done = form.number("done");
        reason = form.text("reason");
        List<String> chosen = form.texts("id");
        Verdict verdict = form.isPosted() ? verdict(form) : null;
        if (verdict != null && decide(chosen, verdict)) {
            return;
        }
        var found = approvals.pending(caller.get(), houses.shownId(), page, ON_PAGE);
        total = found.total();
        lines = found.items().stream().map(each -> line(each, chosen)).toList();
    }

    private static Verdict verdict(PlainForm form) {
        String pressed = form.pressed(BUTTONS);
        return pressed == null ? null : BUTTONS.get(pressed);
    }

    /** Whether all was done, so that the page is shown anew. */
    private boolean decide(List<String> chosen, Verdict verdict) {
        nothingChosen = chosen.isEmpty();
        if (nothingChosen) {
            return false;
        }
        try {
            var answers = approvals.decideAll(caller.get(), new Approvals.Decisions(chosen, verdict, reason));
            failed = answers.stream()
                    .filter(answer -> answer.refusal() != null)
                    .map(answer -> told(answer.refusal()))
                    .distinct()
                    .toList();
            done = answers.size()
                    - (int) answers.stream()
                            .filter(answer -> answer.refusal() != null)
                            .count();
        } catch (Refused refused) {
            failed = List.of(told(refused));
        }
        if (failed.isEmpty()) {
            PageAddress.redirect(here() + "&done=" + done);
        }
        return failed.isEmpty();
    }

    private String told(Refused refused) {
        return refused.violations().isEmpty()
                ? say.text(refused.key(), refused.args().toArray())
                : refused.violations().stream()
                        .map(each -> say.text(each.key(), each.args().toArray()))
                        .collect(Collectors.joining(" "));
    }

    private Line line(Asking asking, List<String> chosen) {
        BookingView booking = asking.booking();
        var zone = booking.space().venue().zone();
        return new Line(
                booking,
                say.when(booking.start(), booking.end(), zone),
                say.text("requests.until", say.moment(booking.decisionUntil(), zone)),
                asking.kept() + asking.missed() == 0
                        ? say.text("requests.new")
                        : say.text("requests.past", asking.kept(), asking.missed()),
                chosen.contains(booking.id()));
    }

    public List<Line> getLines() {
        return lines;
    }

    /** Why some could not be decided. */
    public List<String> getFailed() {
        return failed;
    }

    /** How many were decided just now. */
    public int getDone() {
        return done;
    }

    public boolean isNothingChosen() {
        return nothingChosen;
    }

    public String getReason() {
        return reason;
    }

    public long getTotal() {
        return total;
    }

    public long getFirst() {
        return (long) page * ON_PAGE + 1;
    }

    public long getLast() {
        return getFirst() + lines.size() - 1;
    }

    public String getPreviousAddress() {
        return page == 0 ? null : here() + "&page=" + (page - 1);
    }

    public String getNextAddress() {
        return getLast() >= total ? null : here() + "&page=" + (page + 1);
    }

    private String here() {
        return HERE + "?organisation=" + (houses.getShown() == null ? "" : PageAddress.encoded(houses.shownId()));
    }
}
