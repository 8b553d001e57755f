package org.evenhall.exchange.domain;

/**
 * Something in a file that could not be taken as it was.
 *
 * @param line where the feature begins in the file, from 1; null where it is the file as a whole
 * @param feature its id, or {@code #} and its position from 1 where it has none
 * @param field the property at fault, null where it is none
 * @param value what was found there, null where nothing was
 * @param detail what the reason's text needs: another name, the place of an error; null where nothing
 */
public record Problem(Integer line, String feature, String field, String value, Fault fault, String detail) {}
