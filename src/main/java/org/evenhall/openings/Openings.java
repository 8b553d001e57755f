package org.evenhall.openings;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.evenhall.spaces.Listed;

/** The door to opening hours: what is open on a day, by the rules in force now. */
@ApplicationScoped
public class Openings {

    /**
     * What is open on each local day of {@code [from, to)} of the venue's calendar, by the rules as they stand now. Fast
     * enough to be asked for every space of a city and a hundred days: rules are in memory, days of equal rules shared.
     */
    public List<OpenDay> of(Listed space, LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }

    /** The hours as stated, in force on a day: the text, whether it can be read, and what is wrong with it if not. */
    public StatedHours stated(String spaceId, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** Hours that a space is open from a day on. */
    public record Statement(String spaceId, String hours, LocalDate validFrom) {}

    /**
     * States hours for many spaces at once, in the running transaction: up to a few hundred, in one batch. What is
     * already stated so is left alone, and a text that cannot be read is kept all the same.
     */
    public void stateAll(Collection<Statement> statements) {
        throw new UnsupportedOperationException();
    }

    /** What can be made of a text, without stating it for anything. */
    public StatedHours read(String hours) {
        throw new UnsupportedOperationException();
    }

    /** States hours for a space from a day on. The same statement twice changes nothing. */
    public boolean state(String spaceId, String hours, LocalDate validFrom) {
        throw new UnsupportedOperationException();
    }
}
