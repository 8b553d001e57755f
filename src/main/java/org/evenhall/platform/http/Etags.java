package org.evenhall.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenhall.kernel.Expected;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;

/**
 * Versions of what others may change too, as entity tags (RFC 9110, sections 8.8.3 and 13.1.1): an answer carries the
 * version as {@code ETag}, a change names it in {@code If-Match}.
 */
public final class Etags {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"");
    private static final Pattern LIST = Pattern.compile("\\s*(?:" + TAG + "\\s*(?:,\\s*|$))+");
    private static final Pattern VERSION = Pattern.compile("\\d{1,18}");

    private Etags() {}

    /** What the header {@code ETag} says of a version. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * What {@code If-Match} asks for. A tag that we never gave, and a weak one, is well written and matches nothing.
     *
     * @return {@link Expected#UNNAMED} where the header is missing
     * @throws Refused 400 where it cannot be read
     */
    public static Expected expected(HttpHeaders headers) {
        return expected(headers.getRequestHeader(HttpHeaders.IF_MATCH));
    }

    static Expected expected(List<String> lines) {
        String header = lines == null ? "" : String.join(", ", lines).strip();
        if (header.isEmpty()) {
            return Expected.UNNAMED;
        }
        if (header.equals("*")) {
            return Expected.ANY;
        }
        if (!LIST.matcher(header).matches()) {
            throw Refused.malformed(Violation.of("format", HttpHeaders.IF_MATCH, "malformed.if-match"));
        }
        Set<Long> versions = new HashSet<>();
        for (Matcher tag = TAG.matcher(header); tag.find(); ) {
            if (tag.group(1) == null && VERSION.matcher(tag.group(2)).matches()) {
                versions.add(Long.valueOf(tag.group(2)));
            }
        }
        return Expected.oneOf(versions);
    }
}
