package org.evenhall.platform.text;

import biweekly.Biweekly;
import biweekly.ICalendar;
import java.util.stream.Collectors;

/**
 * Calendars as they are sent: lines of at most 75 octets, none of which ends within a letter (RFC 5545, 3.1). The library
 * counts letters, and a Chinese one is three octets.
 */
public final class CalendarText {

    private static final int LONGEST = 75;
    private static final String END = "\r\n";
    private static final String FOLD = END + " ";

    private CalendarText() {}

    public static String of(ICalendar calendar) {
        return Biweekly.write(calendar)
                .go()
                .replace(FOLD, "")
                .lines()
                .map(CalendarText::folded)
                .collect(Collectors.joining(END, "", END));
    }

    /**
     * A name as a parameter can hold it: no quotes and no line breaks, which the format knows no way to write there.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5545#section-3.2">RFC 5545, 3.2</a>
     */
    public static String parameter(String name) {
        return name.replace('"', '\'').replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String folded(String line) {
        var folded = new StringBuilder();
        int octets = 0;
        for (int letter : line.codePoints().toArray()) {
            int more = octets(letter);
            if (octets + more > LONGEST) {
                folded.append(FOLD);
                octets = 1;
            }
            folded.appendCodePoint(letter);
            octets += more;
        }
        return folded.toString();
    }

    private static int octets(int letter) {
        if (letter < 0x80) {
            return 1;
        }
        return letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
    }
}
