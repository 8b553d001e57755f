package org.evenhall.availability.domain;

import java.util.ArrayList;
import java.util.List;
import org.evenhall.availability.domain.HitList.Hit;
import org.evenhall.spaces.Listed;

/** What an index has told, to look at afterwards. */
public final class HitList extends ArrayList<Hit> implements CityIndex.Hits {

    private static final long serialVersionUID = 1;

    /** One of the things told. */
    public record Hit(Listed space, long fromCell, long toCell, int places) {}

    @Override
    public void hit(int ordinal, Listed space, long fromCell, long toCell, int places) {
        add(new Hit(space, fromCell, toCell, places));
    }

    public static List<Hit> throughout(CityIndex index, long fromCell, long toCell, Wanted wanted) {
        HitList hits = new HitList();
        index.throughout(fromCell, toCell, wanted, hits);
        return hits;
    }

    public static List<Hit> firstRuns(CityIndex index, long fromCell, long toCell, int length, Wanted wanted) {
        HitList hits = new HitList();
        index.firstRuns(fromCell, toCell, length, wanted, hits);
        return hits;
    }
}
