package org.evenhall.bookings.web.closing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.evenhall.bookings.BookingView;
import org.evenhall.bookings.Displacements;
import org.evenhall.bookings.web.BookingPage;
import org.evenhall.bookings.web.PlainForm;
import org.evenhall.bookings.web.Refusal;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;

/** What is kept for a booking whose space is closed, and the booker's answer. A part of the page of a booking. */
@Named("proposalPart")
@RequestScoped
public class ProposalPart {

    @Inject
    private BookingPage page;

    @Inject
    private Displacements displacements;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    private Refusal refusal;

    /** Does what the booker says, if anything was said. */
    public void act() {
        PlainForm form = PlainForm.sent();
        String said = form.isPosted() && page.getBooking() != null ? form.text("proposal") : null;
        if (said == null) {
            return;
        }
        try {
            displacements.answer(caller.get(), page.getBooking().id(), new Displacements.Answer(said.equals("take")));
            PageAddress.redirect(PageAddress.booking(page.getBooking().id()));
        } catch (Refused refused) {
            refusal = Refusal.of(refused, say);
        }
    }

    /** Null where nothing is kept. */
    public BookingView.Proposal getKept() {
        return page.getBooking() == null ? null : page.getBooking().proposal();
    }

    public String getWhen() {
        return say.when(
                getKept().start(), getKept().end(), getKept().space().venue().zone());
    }

    public String getUntil() {
        return say.text(
                "proposal.until",
                say.moment(getKept().until(), getKept().space().venue().zone()));
    }

    public Refusal getRefusal() {
        return refusal;
    }
}
