package org.evenhall.bookings.rest;

import java.util.List;
import java.util.Locale;
import org.evenhall.bookings.Approvals;
import org.evenhall.bookings.BookingView;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.text.Messages;

/** What came of many decisions, in the order in which they were asked for. */
public record Decided(List<Item> items) {

    /**
     * One of them.
     *
     * @param booking null where it could not be decided
     * @param problem null where it was
     */
    public record Item(String id, BookingView booking, Met problem) {}

    /** Why a booking stays as it was, as a problem document would say it. */
    public record Met(String type, String title, int status, String detail) {}

    static Decided of(List<Approvals.Answer> answers, Locale locale) {
        return new Decided(answers.stream()
                .map(answer -> new Item(
                        answer.id(), answer.booking(), answer.refusal() == null ? null : met(answer.refusal(), locale)))
                .toList());
    }

    private static Met met(Refused refused, Locale locale) {
        return new Met(
                refused.reason().type(),
                Messages.text(locale, "problem." + refused.reason().slug() + ".title"),
                refused.reason().status(),
                Messages.text(locale, refused.key(), refused.args().toArray()));
    }
}
