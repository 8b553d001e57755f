package org.evenhall.platform.text;

import java.util.List;
import java.util.Locale;

/** The languages that Evenhall speaks, English first: what nobody asked for otherwise. */
public final class Languages {

    public static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.CHINESE);

    private Languages() {}

    /**
     * The spoken language that a reader likes best, by RFC 4647 lookup with the weights of RFC 9110.
     *
     * @param acceptLanguage value of that header; null and nonsense mean no wish
     */
    public static Locale preferred(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }

    /** The spoken language of that tag ({@code zh}, {@code en}); null where it is not spoken. */
    public static Locale named(String tag) {
        return SPOKEN.stream()
                .filter(locale -> locale.getLanguage().equals(tag))
                .findFirst()
                .orElse(null);
    }
}
