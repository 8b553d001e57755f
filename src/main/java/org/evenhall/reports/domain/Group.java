package org.evenhall.reports.domain;

/**
 * What a row of a report stands for.
 *
 * @param key an id, a constant or a period, the same in every language
 * @param label in the reader's language
 */
public record Group(String key, String label) {}
