package org.evenhall.exchange.domain;

import java.util.Locale;

/**
 * What can be wrong with a feature, or with a whole file. The message key is {@code import.} and the name in lower case
 * with dashes; its one argument is the detail of the problem. The first five end a run before anything is changed;
 * a run that was broken off may have changed some houses, and can be repeated.
 */
public enum Fault {
    EMPTY_FILE,
    NOT_TEXT,
    NOT_JSON,
    NOT_GEOJSON,
    TOO_MANY_FEATURES,
    UNFINISHED,
    BROKE_OFF,
    NOT_A_FEATURE,
    NO_ID,
    ID_TWICE,
    NO_PLACE,
    BAD_PLACE,
    SWAPPED_PLACE,
    OUTSIDE,
    UNKNOWN_KIND,
    LEFT_OUT,
    NO_NAME,
    NAME_FROM,
    NOT_PUBLIC,
    BAD_HOURS,
    BAD_VALUE,
    TOO_LONG,
    EXTRACT,
    EMPTY_SOURCE,
    MORE;

    public String key() {
        return "import." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
