package org.evenhall.openings.domain.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * Opening hours that cannot be read, or that say something which cannot be evaluated soundly. It names the part at
 * fault, so that the writer can change that part and keep the rest.
 */
public final class UnsupportedHours extends RuntimeException {

    /** Message key ({@code hours.unsupported.*}) and arguments; the first argument is always the part. */
    public record Why(String key, List<Object> args) {

        public Why {
            args = List.copyOf(args);
        }
    }

    private final String part;
    private final transient Why why;

    private UnsupportedHours(String part, Why why) {
        super(why.key() + ": " + part, null, false, false);
        this.part = part;
        this.why = why;
    }

    /** @param reason the last part of the message key */
    public static UnsupportedHours because(String reason, Object part, Object... more) {
        String named = shortened(String.valueOf(part));
        var args = new ArrayList<Object>(List.of(named));
        args.addAll(List.of(more));
        return new UnsupportedHours(named, new Why("hours.unsupported." + reason, args));
    }

    private static String shortened(String part) {
        return part.length() <= 60 ? part : part.substring(0, 59) + "…";
    }

    /** The piece of the text that is at fault, at most 60 characters of it. */
    public String part() {
        return part;
    }

    public Why why() {
        return why;
    }
}
