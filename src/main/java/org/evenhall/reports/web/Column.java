package org.evenhall.reports.web;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.function.Function;
import org.evenhall.reports.UtilisationRow;

/** The columns of the table of figures, in their order; by each of them its rows can be sorted. */
enum Column {
    LABEL("label", UtilisationRow::label),
    UTILISATION("utilisation", UtilisationRow::utilisation),
    SPACES("spaces", UtilisationRow::spaces),
    OPEN("open", UtilisationRow::openHours),
    BOOKED("booked", UtilisationRow::bookedHours),
    USED("used", UtilisationRow::usedHours),
    EVENING_OPEN("evening-open", UtilisationRow::eveningOpenHours),
    EVENING_BOOKED("evening-booked", UtilisationRow::eveningBookedHours),
    BOOKINGS("bookings", UtilisationRow::bookings),
    PEOPLE("people", UtilisationRow::people),
    CANCELLED("cancelled", UtilisationRow::cancelled),
    NO_SHOWS("no-shows", UtilisationRow::noShows);

    private final String word;
    private final Function<UtilisationRow, Object> value;

    Column(String word, Function<UtilisationRow, Object> value) {
        this.word = word;
        this.value = value;
    }

    /** As addresses write it; the message key is {@code report.<word>}. */
    String word() {
        return word;
    }

    Number number(UtilisationRow row) {
        return (Number) value.apply(row);
    }

    boolean isNumber() {
        return this != LABEL;
    }

    /** The smallest first; what has no value comes before all that has. */
    Comparator<UtilisationRow> order() {
        return isNumber()
                ? Comparator.comparing(row -> decimal(number(row)), Comparator.nullsFirst(Comparator.naturalOrder()))
                : Comparator.comparing(UtilisationRow::label);
    }

    static Column of(String word) {
        for (Column column : values()) {
            if (column.word.equals(word)) {
                return column;
            }
        }
        return null;
    }

    private static BigDecimal decimal(Number number) {
        return number == null ? null : new BigDecimal(number.toString());
    }
}
