package org.evenhall.identity;

import java.util.Locale;

/**
 * How a person hears news.
 *
 * @param email null where none is known
 * @param language the one the person chose last; English where none was chosen
 */
public record Contact(String personId, String name, String email, Locale language) {

    @Override
    public String toString() {
        return "Contact[" + personId + "]";
    }
}
