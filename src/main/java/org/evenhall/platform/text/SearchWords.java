package org.evenhall.platform.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names as people type them: without capitals and accents, however the accents were encoded, and German umlauts the two
 * ways in which a keyboard that lacks them writes them. So {@code Köpenick}, {@code kopenick} and {@code Koepenick} are
 * one word, and so are {@code Straße} and {@code Strasse}.
 */
public final class SearchWords {

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");

    private SearchWords() {}

    /** What somebody looks for; its words are to occur in what {@link #searchable} gives. */
    public static String asked(String text) {
        return plain(composed(text)).strip();
    }

    /** A text to be found: its words in their plain spelling, and those with umlauts in the other spelling as well. */
    public static String searchable(String text) {
        String composed = composed(text);
        String spelled = composed.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
        String plain = plain(composed);
        return spelled.equals(composed) ? plain : plain + ' ' + plain(spelled);
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String plain(String text) {
        String apart = Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFKD);
        return ACCENTS.matcher(apart).replaceAll("");
    }
}
