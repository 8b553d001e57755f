package org.evenhall.availability;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.spaces.SpaceCard;

/** Somebody else has the time; what is free nearby is named. */
public class SlotTaken extends Refused {

    private final transient List<Alternative> alternatives;

    /** Another space at the same time, or the same space at another. */
    public record Alternative(SpaceCard space, OffsetDateTime start, OffsetDateTime end) {}

    public SlotTaken(List<Alternative> alternatives) {
        super(Reason.SLOT_TAKEN, "problem.slot-taken.detail");
        this.alternatives = List.copyOf(alternatives);
    }

    public List<Alternative> alternatives() {
        return alternatives;
    }

    @Override
    public Map<String, Object> members() {
        return Map.of("alternatives", alternatives);
    }
}
