package org.evenhall.platform.text;

import java.util.ArrayList;
import java.util.List;
import org.evenhall.kernel.Violation;

/** A text that is not what it should be. The message names what came first, and then what would be right. */
public class Unreadable extends Exception {

    private static final int SHOWN = 60;

    private final transient String key;
    private final transient List<Object> args;

    /** @param args of the message, after what came */
    public Unreadable(String came, String key, Object... args) {
        super(key, null, false, false);
        this.key = key;
        this.args = new ArrayList<>(List.of(args));
        this.args.add(0, shown(came));
    }

    /** The violation of a field or parameter that holds this text. */
    public Violation in(String field) {
        return new Violation("format", field, key, args);
    }

    private static String shown(String came) {
        String printable = came.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
                .limit(SHOWN + 1L)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return printable.codePointCount(0, printable.length()) > SHOWN
                ? printable.substring(0, printable.offsetByCodePoints(0, SHOWN)) + "…"
                : printable;
    }
}
