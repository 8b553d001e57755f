package org.evenhall.bookings.domain;

import java.time.Instant;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;

/**
 * Somebody may not book in the spaces of an organisation for a while. The person may object once, the owner answers once, and
 * may lift the pause at any time.
 *
 * @param from when it began; no-shows before it do not count towards another
 * @param appeal what the person says to the owner, or null
 * @param answer what the owner says to that, or null
 * @param liftedAt null where it was not lifted
 */
public record Pause(
        String id,
        String personId,
        String organisationId,
        Instant from,
        Instant until,
        String appeal,
        Instant appealedAt,
        String answer,
        Instant answeredAt,
        Instant liftedAt) {

    public static Pause of(String id, String personId, String organisationId, Instant from, Instant until) {
        return new Pause(id, personId, organisationId, from, until, null, null, null, null, null);
    }

    /** Whether it is in the way of a booking. */
    public boolean holdsAt(Instant now) {
        return liftedAt == null && until.isAfter(now);
    }

    /** Whether the person has objected and the owner has yet to answer. */
    public boolean awaitsAnswerAt(Instant now) {
        return holdsAt(now) && appealedAt != null && answeredAt == null;
    }

    /** @throws Refused where it is over, or the person has objected already */
    public Pause appealed(String text, Instant now) {
        mustHold(now);
        if (appealedAt != null) {
            throw new Refused(Reason.CONFLICT, "pause.refused.appealed");
        }
        return new Pause(id, personId, organisationId, from, until, text, now, answer, answeredAt, liftedAt);
    }

    /** @throws Refused where it is over, or there is nothing to answer */
    public Pause decided(boolean lift, String why, Instant now) {
        mustHold(now);
        if (!lift && (appealedAt == null || answeredAt != null)) {
            throw new Refused(Reason.CONFLICT, "pause.refused.answered");
        }
        return new Pause(
                id, personId, organisationId, from, until, appeal, appealedAt, why, now, lift ? now : liftedAt);
    }

    private void mustHold(Instant now) {
        if (!holdsAt(now)) {
            throw new Refused(Reason.CONFLICT, "pause.refused.over");
        }
    }
}
