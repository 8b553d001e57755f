package org.evenhall.availability;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Page;

/** The door to free times: of one space, and of the whole city at once. Advice only: the claim decides. */
@ApplicationScoped
public class FreeTimes {

    /** Each local day of {@code [from, to)}, at most 92. */
    public List<FreeDay> of(Caller caller, String spaceId, LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }

    /** All spaces that are free as asked: nearest first when a point is given, else by start and name. */
    public Page<FreeSpace> search(Caller caller, FreeSearch search, int page, int size) {
        throw new UnsupportedOperationException();
    }
}
