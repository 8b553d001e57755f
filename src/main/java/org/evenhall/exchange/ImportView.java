package org.evenhall.exchange;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * An import as far as it has come. When it is done, {@code read} is the sum of {@code created}, {@code updated},
 * {@code unchanged} and {@code skipped}; in a dry run these say what would become of the features.
 *
 * @param progress from 0 to 1
 * @param read features in the file
 * @param hidden venues that the file no longer states
 * @param reason why it failed, null where it did not
 * @param source whose venues the file states, see {@link ImportFile}; null as long as that is not known
 * @param problems in the order of the file; empty in a list of imports
 */
public record ImportView(
        String id,
        Status status,
        double progress,
        int read,
        int created,
        int updated,
        int unchanged,
        int hidden,
        int skipped,
        List<Issue> problems,
        String reason,
        String source,
        boolean dryRun,
        OffsetDateTime startedAt,
        OffsetDateTime finishedAt) {

    /** A run begins as running and ends once. */
    public enum Status {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * Something that could not be taken as it was.
     *
     * @param line where the feature begins in the file, null for the file as a whole
     * @param feature its id, or {@code #} and its position
     * @param field null where it is no single one; so is {@code value} where there was none
     */
    public record Issue(Integer line, String feature, String field, String value, String reason) {}
}
