package org.evenhall.bookings.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.evenhall.bookings.Pauses;
import org.evenhall.bookings.Pauses.PauseView;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;

/** Somebody's own pauses that are in the way, above their bookings, and the form to object. */
@Named("myPauses")
@RequestScoped
public class MyPauses {

    @Inject
    private Pauses pauses;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    private List<Line> lines = List.of();
    private String problem;
    private String problemOf;
    private String typed;

    /** A pause as a notice. */
    public record Line(PauseView pause, String said) {}

    public void load() {
        if (!caller.get().signedIn()) {
            return;
        }
        PlainForm form = PlainForm.sent();
        if (form.isPosted() && form.text("pause") != null && appeal(form)) {
            return;
        }
        lines = pauses.list(caller.get(), null, true, 0, Page.LARGEST_SIZE).items().stream()
                .map(pause -> new Line(
                        pause,
                        say.text(
                                "my-pauses.said",
                                pause.organisation() == null
                                        ? ""
                                        : pause.organisation().name(),
                                say.moment(pause.until(), pause.until().getOffset()))))
                .toList();
    }

    private boolean appeal(PlainForm form) {
        typed = form.text("text");
        problemOf = form.text("pause");
        try {
            pauses.appeal(caller.get(), problemOf, new Pauses.Appeal(typed));
            PageAddress.redirect("/resident/bookings");
            return true;
        } catch (Refused refused) {
            problem = refused.violations().isEmpty()
                    ? say.text(refused.key(), refused.args().toArray())
                    : say.text(
                            refused.violations().get(0).key(),
                            refused.violations().get(0).args().toArray());
            return false;
        }
    }

    public List<Line> getLines() {
        return lines;
    }

    /** What was wrong with what was sent about this pause, or nothing. */
    public String problem(PauseView pause) {
        return pause.id().equals(problemOf) ? problem : null;
    }

    /** What was typed about this pause. */
    public String typed(PauseView pause) {
        return pause.id().equals(problemOf) ? typed : null;
    }
}
