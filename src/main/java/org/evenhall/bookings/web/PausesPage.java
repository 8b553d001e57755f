package org.evenhall.bookings.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.evenhall.bookings.Pauses;
import org.evenhall.bookings.Pauses.PauseView;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.identity.Role;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;

/** Who is paused in a house, what they say about it, and the owner's answer. */
@Named("pausesPage")
@RequestScoped
public class PausesPage {

    private static final String HERE = "/owner/pauses";

    @Inject
    private Pauses pauses;

    @Inject
    private Houses houses;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    private List<Line> lines = List.of();
    private boolean done;
    private Refusal refusal;

    /** A pause as a line of the list. */
    public record Line(PauseView pause, String times) {}

    public void load() {
        if (!caller.get().signedIn()) {
            PageAddress.redirect(PageAddress.signIn(HERE));
            return;
        }
        PlainForm form = PlainForm.sent();
        if (!houses.choose(HERE, form.text("organisation"), true)) {
            caller.get().mustHave(Role.OWNER, List.of());
            return;
        }
        done = !form.isPosted() && form.text("done") != null;
        if (form.isPosted() && form.text("id") != null && decide(form)) {
            return;
        }
        lines = pauses.list(caller.get(), houses.shownId(), true, 0, Page.LARGEST_SIZE).items().stream()
                .map(pause -> new Line(
                        pause,
                        say.text(
                                "pauses.times",
                                say.moment(pause.from(), pause.from().getOffset()),
                                say.moment(pause.until(), pause.until().getOffset()))))
                .toList();
    }

    private boolean decide(PlainForm form) {
        try {
            var decision = new Pauses.Decision(form.text("lift") != null, form.text("reason"));
            pauses.decide(caller.get(), form.text("id"), decision);
            PageAddress.redirect(houses.getShown().address() + "&done=true");
            return true;
        } catch (Refused refused) {
            refusal = Refusal.of(refused, say);
            return false;
        }
    }

    public List<Line> getLines() {
        return lines;
    }

    /** Whether somebody has just been answered. */
    public boolean isDone() {
        return done;
    }

    public Refusal getRefusal() {
        return refusal;
    }
}
