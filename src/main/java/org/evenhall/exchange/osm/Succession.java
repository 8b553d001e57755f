package org.evenhall.exchange.osm;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenhall.spaces.KnownVenue;

/**
 * Which earlier files a file succeeds, and so which venues are gone because it no longer states them.
 *
 * <p>A file seldom says what it is a new edition of, so it is told from the ids in it. Its <em>source</em> is the one
 * that knows most of them; ids are names within a source, so that two sources may state the same place and neither
 * undoes the other. Within the source, venues that were last stated together are a <em>lineage</em>; the file is the
 * new edition of every lineage that it meets, and what it leaves out of them is gone. Only where it would wipe out most
 * of a large lineage is it taken for an extract: what it holds is brought up to date, nothing is gone, and its venues
 * are a lineage of their own from then on, so that a newer edition of the extract works as well. Who states the source
 * decides: the file replaces all of it. A file that meets nothing known begins a source.
 *
 * @param source name of the source; external ids of its venues begin with it and a colon
 * @param lineage that all venues in the file have from now on
 * @param gone external ids
 * @param extractOf how many venues the largest lineage had that this file only met in part, 0 for none
 */
record Succession(String source, String lineage, Set<String> gone, int extractOf) {

    /** Fewer may always go; beyond it, a file that drops more than half of a lineage is taken for an extract. */
    static final int ALWAYS_MAY_GO = 50;

    /**
     * @param statedSource the source that somebody named, or null
     * @param newName name for a source or lineage that begins with this file
     */
    static String source(String statedSource, String newName, Collection<String> ids, List<KnownVenue> known) {
        if (statedSource != null) {
            return statedSource;
        }
        var inFile = new HashSet<>(ids);
        var met = known.stream()
                .filter(venue -> inFile.contains(idWithinSource(venue)))
                .collect(Collectors.groupingBy(KnownVenue::source, TreeMap::new, Collectors.counting()));
        return largest(met, newName);
    }

    /** @param present ids of the features whose houses their source still knows */
    static Succession of(
            String source, boolean stated, String newName, Collection<String> present, List<KnownVenue> known) {
        var inFile = new HashSet<>(present);
        Map<String, List<KnownVenue>> lineages = known.stream()
                .filter(venue -> venue.source().equals(source) && !venue.gone())
                .collect(Collectors.groupingBy(KnownVenue::lineage, TreeMap::new, Collectors.toList()));
        Set<String> gone = new HashSet<>();
        Map<String, Long> replaced = new TreeMap<>();
        int extractOf = 0;
        for (var lineage : lineages.entrySet()) {
            var venues = lineage.getValue();
            var missing = venues.stream()
                    .filter(venue -> !inFile.contains(idWithinSource(venue)))
                    .map(KnownVenue::externalId)
                    .toList();
            long met = (long) venues.size() - missing.size();
            if (inFile.isEmpty() || met == 0 && !stated) {
                continue;
            }
            if (!stated && missing.size() > ALWAYS_MAY_GO && missing.size() > met) {
                extractOf = Math.max(extractOf, venues.size());
            } else {
                gone.addAll(missing);
                replaced.put(lineage.getKey(), met);
            }
        }
        String fresh = lineages.isEmpty() ? source : newName;
        return new Succession(source, stated ? source : largest(replaced, fresh), gone, extractOf);
    }

    private static String idWithinSource(KnownVenue venue) {
        return venue.externalId().substring(venue.source().length() + 1);
    }

    private static String largest(Map<String, Long> counts, String otherwise) {
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(otherwise);
    }
}
