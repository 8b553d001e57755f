package org.evenhall.availability;

import java.util.List;

/**
 * What the auditor found.
 *
 * @param claims how many claims it looked at
 * @param daySheets how many day sheets it computed again
 */
public record AuditView(long claims, long daySheets, List<Difference> differences) {

    /**
     * Something that does not add up.
     *
     * @param day UTC day, ISO 8601; null where no day is meant
     */
    public record Difference(String space, String day, String what) {}
}
