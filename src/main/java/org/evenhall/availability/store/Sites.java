package org.evenhall.availability.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.evenhall.availability.domain.Occupancy;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.spaces.Listed;
import org.evenhall.spaces.Sharing;

/** The rows that a change of a site's calendar locks, and how the site is divided, as read under that lock. */
@ApplicationScoped
public class Sites {

    private Sql sql;

    protected Sites() {}

    @Inject
    public Sites(Sql sql) {
        this.sql = sql;
    }

    /** Nobody else changes the calendar of these sites until this transaction ends. */
    public void lock(Collection<String> sites) {
        for (String site : new TreeSet<>(sites)) {
            if (!sql.lock("site", site)) {
                throw new IllegalStateException("A space without a site: " + site);
            }
        }
    }

    /**
     * The same for whoever claims there. One that is given out in another way since the catalogue was read has to be asked
     * again: places in a room that others have whole, or have no end of, are not what its owner gives out. So has one that
     * is smaller now, because the rules looked whether so many people fit in before it was locked.
     */
    public Place placeToClaim(Listed space) {
        Place place = place(space);
        if (place.whole() != (space.sharing() == Sharing.WHOLE) || place.capacity() < space.capacity()) {
            throw new Refused(Reason.BUSY, "problem.busy.detail");
        }
        return place;
    }

    private record Row(String id, int from, int to, int capacity, boolean byPlaces) {}

    /** Where the space lies now. A space that has moved to another site since the catalogue was read has to be asked again. */
    public Place place(Listed space) {
        List<Row> rows = sql.list(
                "SELECT id, part_from, part_to, capacity, sharing FROM spaces WHERE site_id = ?"
                        + " AND (id = ? OR sharing = 'PLACES')",
                row -> new Row(
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getString(5).equals(Sharing.PLACES.name())),
                space.site(),
                space.id());
        List<Occupancy.Part> byPlaces = new ArrayList<>();
        Row own = null;
        for (Row row : rows) {
            own = row.id.equals(space.id()) ? row : own;
            if (row.byPlaces) {
                byPlaces.add(new Occupancy.Part(row.from, row.to, row.capacity));
            }
        }
        if (own == null) {
            throw new Refused(Reason.BUSY, "problem.busy.detail");
        }
        return new Place(space.id(), space.site(), own.from, own.to, own.capacity, !own.byPlaces, byPlaces);
    }
}
