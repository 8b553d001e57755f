package org.evenhall.availability.domain;

import java.time.LocalDate;
import java.util.List;
import org.evenhall.openings.OpenDay;
import org.evenhall.spaces.Listed;

/** What is open on each local day of {@code [from, to)}. */
@FunctionalInterface
public interface Hours {
    List<OpenDay> of(Listed space, LocalDate from, LocalDate to);
}
