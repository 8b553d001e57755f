package org.evenhall.kernel;

import java.util.Locale;

/** A name as given, and in Chinese where there is one. */
public record Named(String name, String nameZh) {

    /** The name for a reader of that language; the name as given where it has no translation. */
    public String in(Locale locale) {
        return nameZh != null && !nameZh.isBlank() && "zh".equals(locale.getLanguage()) ? nameZh : name;
    }
}
