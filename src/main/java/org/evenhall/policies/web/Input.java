package org.evenhall.policies.web;

import java.util.List;
import org.evenhall.policies.PolicyField.Kind;

/**
 * One value on the page: how it is asked for, and what is in it now.
 *
 * @param text as it was stated or typed, empty where nothing was
 * @param otherwise what holds where it is left empty, in words; null for the city, which has nothing above it
 * @param options to choose from; those that hold now are chosen
 * @param own whether a list is stated here
 * @param error what is wrong with it, null where nothing is
 */
public record Input(
        String name,
        Kind kind,
        String label,
        String text,
        String otherwise,
        List<Option> options,
        boolean own,
        String error) {

    /** Something to choose. */
    public record Option(String value, String label, boolean chosen) {}

    /** Which control asks for it. */
    public String getControl() {
        return switch (kind) {
            case DURATION, TRUTH, CHOICE -> "select";
            case CHOICES, IDS, DURATIONS -> "list";
            case RELEASE -> "release";
            case DATE -> "date";
            case NUMBER -> "number";
            case MONEY -> "text";
        };
    }

    /** A part of a text of several words, such as a release. */
    private String word(int place) {
        String[] words = text.split("\\s+");
        return place < words.length ? words[place] : "";
    }

    public String getTime() {
        return word(1);
    }

    public String getDays() {
        return word(2);
    }
}
