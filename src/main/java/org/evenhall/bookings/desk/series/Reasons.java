package org.evenhall.bookings.desk.series;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.json.Json;
import org.evenhall.platform.json.RecordReader;
import org.evenhall.platform.text.Languages;
import org.evenhall.platform.text.Messages;

/**
 * Why something did not come about, kept as it was said then: in each language, since the reader may choose another one, and
 * with the values of the rules as they were.
 */
public record Reasons(List<Told> told) {

    /** @param language as in {@code zh} */
    public record Told(String language, String text) {}

    public Reasons {
        told = List.copyOf(told);
    }

    static Reasons of(List<Violation> faults) {
        return new Reasons(Languages.SPOKEN.stream()
                .map(locale -> new Told(locale.getLanguage(), text(locale, faults)))
                .toList());
    }

    /** What a refusal says, without its title. */
    public static String of(Refused refused, Locale locale) {
        return refused.violations().isEmpty()
                ? Messages.text(locale, refused.key(), refused.args().toArray())
                : text(locale, refused.violations());
    }

    private static String text(Locale locale, List<Violation> faults) {
        return faults.stream()
                .map(fault -> Messages.told(locale, fault))
                .reduce((all, each) -> Messages.text(locale, "series.sentences", all, each))
                .orElse("");
    }

    public static Reasons read(String kept) {
        return RecordReader.read(kept.getBytes(StandardCharsets.UTF_8), Reasons.class);
    }

    public String kept() {
        return Json.text(this);
    }

    public String in(Locale locale) {
        return told.stream()
                .filter(each -> each.language().equals(locale.getLanguage()))
                .findFirst()
                .orElse(told.get(0))
                .text();
    }
}
