package org.evenhall.bookings.domain;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.TimeRange;
import org.evenhall.kernel.Violation;

/** Collects what is wrong with the fields of a command, so that all of it is said at once. */
public final class Fields {

    private static final int LONGEST_NOTE = 1000;

    private final List<Violation> faults = new ArrayList<>();

    public Fields required(String field, Object given) {
        if (given == null) {
            faults.add(Violation.of("required", field, "field.required"));
        }
        return this;
    }

    public Fields people(Integer people) {
        if (people != null && people < 1) {
            faults.add(Violation.of("minimum", "people", "field.at-least", 1));
        }
        return this;
    }

    public Fields text(String field, String text) {
        return text(field, text, LONGEST_NOTE);
    }

    public Fields text(String field, String text, int longest) {
        if (text != null && text.length() > longest) {
            faults.add(Violation.of("length", field, "field.too-long", longest));
        }
        return this;
    }

    public Fields notOffered(String field, String given) {
        if (given != null) {
            faults.add(Violation.of("not-offered", field, "field.not-offered"));
        }
        return this;
    }

    /** @throws Refused naming every field at fault */
    public void check() {
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
    }

    /** @throws Refused as malformed where the end does not come after the start */
    public static TimeRange slot(OffsetDateTime start, OffsetDateTime end) {
        return TimeRange.between(start.toInstant(), end.toInstant())
                .orElseThrow(() -> Refused.malformed(Violation.of("order", "end", "field.end-after-start")));
    }

    public static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
