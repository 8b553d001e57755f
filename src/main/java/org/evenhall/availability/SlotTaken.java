package org.evenhall.availability;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.spaces.SpaceCard;

/**
 * Somebody else has the time; what is free nearby is named. It is looked for when it is first asked for: by then the
 * transaction is over, and nobody waits at the locked site for a list that only the loser reads.
 */
public class SlotTaken extends Refused {

    private final transient Supplier<List<Alternative>> search;
    private transient List<Alternative> alternatives;

    /** Another space at the same time, or the same space at another. */
    public record Alternative(SpaceCard space, OffsetDateTime start, OffsetDateTime end) {}

    /** @param search needs no transaction */
    public SlotTaken(Supplier<List<Alternative>> search) {
        super(Reason.SLOT_TAKEN, "problem.slot-taken.detail");
        this.search = search;
    }

    public List<Alternative> alternatives() {
        if (alternatives == null) {
            alternatives = List.copyOf(search.get());
        }
        return alternatives;
    }

    /**
     * Several times of which somebody else has some.
     *
     * @param times those, a violation each
     * @param search what is free instead of the first of them; needs no transaction
     */
    public SlotTaken(List<Violation> times, Supplier<List<Alternative>> search) {
        super(Reason.SLOT_TAKEN, times, "problem.slot-taken.some");
        this.search = search;
    }

    @Override
    public Map<String, Object> members() {
        return Map.of("alternatives", alternatives());
    }
}
