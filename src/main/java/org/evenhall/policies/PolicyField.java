package org.evenhall.policies;

import java.util.List;
import org.evenhall.policies.PolicyView.StatedBy;

/**
 * One value on a form: what the level states, and what holds if it states nothing.
 *
 * @param name as in {@link StatePolicy}
 * @param stated as text, null where the level states nothing
 * @param inherited the value of the levels above, null where they restrict nothing
 * @param from the level that states that, null for the city, which inherits nothing
 * @param choices values to choose from, empty where any may be typed
 */
public record PolicyField(
        String name, Kind kind, String stated, Object inherited, StatedBy from, List<Choice> choices) {

    public PolicyField {
        choices = List.copyOf(choices);
    }

    /** What a value is. */
    public enum Kind {
        DATE,
        DURATION,
        NUMBER,
        MONEY,
        TRUTH,
        CHOICE,
        CHOICES,
        IDS,
        DURATIONS,
        RELEASE
    }

    /** A value to choose, and how it is sent. */
    public record Choice(String text, Object value) {}
}
