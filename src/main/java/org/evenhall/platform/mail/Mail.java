package org.evenhall.platform.mail;

import java.util.Locale;

/**
 * A mail to one person.
 *
 * @param id the same each time the same mail is sent, so that a reader's program may show it once
 * @param to address of the reader
 * @param language of all its texts
 * @param html the same as {@code text} for programs that show it; a whole document
 * @param date for the reader's calendar, or null
 */
public record Mail(String id, String to, Locale language, String subject, String text, String html, CalendarDate date) {

    /**
     * A calendar by RFC 5545 and what a calendar program is to do with it (RFC 5546).
     *
     * @param method {@code REQUEST}, {@code CANCEL} or {@code PUBLISH}, as in the calendar itself
     */
    public record CalendarDate(String method, String ics) {}

    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}
