package org.evenhall.exchange.osm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.evenhall.exchange.domain.Fault;
import org.evenhall.exchange.domain.Problem;
import org.evenhall.exchange.domain.Text;
import org.evenhall.kernel.GeoPoint;
import org.evenhall.openings.StatedHours;
import org.evenhall.spaces.KnownVenue;
import org.evenhall.spaces.Place;

/**
 * What a file would change, worked out before anything is changed: of each of its features whether the house is new,
 * other than known, just as known, or cannot be taken.
 *
 * @param gone external ids of venues that are to be hidden
 * @param moved external ids of known venues that another lineage states from now on
 */
public record Plan(
        String source,
        String lineage,
        int read,
        List<House> created,
        List<House> updated,
        int unchanged,
        int skipped,
        Set<String> gone,
        Set<String> moved,
        List<Problem> problems) {

    /** Problems beyond these are counted, not told: nobody reads on. */
    static final int MOST_PROBLEMS = 20_000;

    private static final String OSM = "© OpenStreetMap contributors, ODbL 1.0";

    /** What a plan is made from, beside the file. */
    public record Ground(
            String statedSource,
            Place place,
            List<KnownVenue> known,
            Function<GeoPoint, Optional<String>> areaAt,
            Function<String, StatedHours> readHours) {}

    /** @throws NotReadable where the bytes are no GeoJSON of features */
    public static Plan of(byte[] bytes, Ground ground) throws NotReadable {
        var kinds = KindTable.load();
        var file = GeoJsonFile.read(bytes, new FeatureReader(kinds.keys()));
        String newName = "file-" + Text.hash(bytes).substring(0, 12);
        var ids = file.features().stream()
                .map(Feature::id)
                .filter(id -> id != null)
                .toList();
        String source = Succession.source(ground.statedSource(), newName, ids, ground.known());
        String attribution = file.attribution() == null ? OSM : file.attribution();
        var reader = new HouseReader(source, ground.place(), attribution, kinds, ground.areaAt(), ground.readHours());
        return new Making(ground, source, newName).of(file, reader);
    }

    /** Whether the public would see anything else than before. */
    boolean changesSomething() {
        return !created.isEmpty() || !updated.isEmpty() || !gone.isEmpty();
    }

    private static final class Making {

        private final Ground ground;
        private final String source;
        private final String newName;
        private final Map<String, KnownVenue> known = new HashMap<>();
        private final Set<String> seen = new HashSet<>();
        private final Set<String> present = new HashSet<>();
        private final List<House> created = new ArrayList<>();
        private final List<House> updated = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private int unchanged;
        private int skipped;
        private int untold;

        Making(Ground ground, String source, String newName) {
            this.ground = ground;
            this.source = source;
            this.newName = newName;
            ground.known().forEach(venue -> known.put(venue.externalId(), venue));
        }

        Plan of(GeoJsonFile file, HouseReader reader) {
            file.features().forEach(feature -> take(feature, reader));
            boolean stated = ground.statedSource() != null;
            var succession = Succession.of(source, stated, newName, present, ground.known());
            tellOf(succession, stated);
            Set<String> moved = new HashSet<>();
            for (String id : present) {
                var venue = known.get(source + ":" + id);
                if (venue != null && !venue.lineage().equals(succession.lineage())) {
                    moved.add(venue.externalId());
                }
            }
            return new Plan(
                    source,
                    succession.lineage(),
                    file.features().size(),
                    created,
                    updated,
                    unchanged,
                    skipped,
                    succession.gone(),
                    moved,
                    problems);
        }

        private void take(Feature feature, HouseReader reader) {
            if (feature.id() != null && !seen.add(feature.id())) {
                skipped++;
                tell(feature.problem("id", feature.id(), Fault.ID_TWICE, null));
                return;
            }
            var outcome = reader.read(feature);
            outcome.problems().forEach(this::tell);
            if (outcome.present()) {
                present.add(feature.id());
            }
            if (outcome.house() == null) {
                skipped++;
            } else {
                sort(outcome.house());
            }
        }

        private void sort(House house) {
            var before = known.get(house.externalId());
            if (before == null) {
                created.add(house);
            } else if (before.gone()
                    || !before.contentHash().equals(house.venue().contentHash())) {
                updated.add(house);
            } else {
                unchanged++;
            }
        }

        private void tell(Problem problem) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(problem);
            } else {
                untold++;
            }
        }

        private void tellOf(Succession succession, boolean stated) {
            if (untold > 0) {
                problems.add(new Problem(null, "", null, null, Fault.MORE, String.valueOf(untold)));
            }
            if (succession.extractOf() > 0) {
                String size = String.valueOf(succession.extractOf());
                problems.add(new Problem(null, "", null, source, Fault.EXTRACT, size));
            }
            if (stated && present.isEmpty()) {
                problems.add(new Problem(null, "", null, source, Fault.EMPTY_SOURCE, null));
            }
        }
    }
}
