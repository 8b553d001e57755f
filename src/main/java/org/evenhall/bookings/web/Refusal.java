package org.evenhall.bookings.web;

import java.util.List;
import org.evenhall.availability.SlotTaken;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;

/**
 * Why something could not be done, as a page tells it.
 *
 * @param title in a few words
 * @param sentences what is wrong, each broken rule by itself
 * @param alternatives what can be booked instead
 * @param signIn whether signing in would help
 */
public record Refusal(String title, List<String> sentences, List<Alternative> alternatives, boolean signIn) {

    /** Another time or another space, and the form that books it. */
    public record Alternative(String when, String where, String address) {}

    public static Refusal of(Refused refused, Say say) {
        var broken = refused.violations().stream()
                .map(violation -> say.text(violation.key(), violation.args().toArray()))
                .distinct()
                .toList();
        var sentences = broken.isEmpty()
                ? List.of(say.text(refused.key(), refused.args().toArray()))
                : broken;
        var others = refused instanceof SlotTaken taken
                ? taken.alternatives().stream()
                        .map(other -> alternative(other, say))
                        .toList()
                : List.<Alternative>of();
        return new Refusal(
                say.text("problem." + titled(refused.reason()).slug() + ".title"),
                sentences,
                others,
                refused.reason() == Reason.UNAUTHENTICATED);
    }

    /** Nobody who fills in a form has written a request that cannot be read. */
    private static Reason titled(Reason reason) {
        return reason == Reason.MALFORMED ? Reason.INVALID : reason;
    }

    /** The same for a form that does not make a new booking, as what is offered instead would. */
    public Refusal withoutAlternatives() {
        return new Refusal(title, sentences, List.of(), signIn);
    }

    private static Alternative alternative(SlotTaken.Alternative other, Say say) {
        var zone = other.space().venue().zone();
        return new Alternative(
                say.when(other.start(), other.end(), zone),
                other.space().name()
                        + say.text("say.comma")
                        + other.space().venue().name(),
                PageAddress.book(
                        other.space().id(),
                        other.start().toInstant(),
                        other.end().toInstant(),
                        zone));
    }
}
