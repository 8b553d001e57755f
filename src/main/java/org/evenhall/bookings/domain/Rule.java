package org.evenhall.bookings.domain;

import java.util.Optional;
import org.evenhall.kernel.Violation;

/** One rule: it says what is broken, with the value that would be right, or nothing. */
public interface Rule {

    Optional<Violation> brokenBy(Wish wish);
}
