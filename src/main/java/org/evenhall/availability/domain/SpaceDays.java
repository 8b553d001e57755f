package org.evenhall.availability.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhall.availability.Margins;
import org.evenhall.availability.domain.CityIndex.Run;
import org.evenhall.spaces.Listed;

/** What claims and closures leave of one space, straight from the sheets of its site; its opening hours are not looked at. */
public final class SpaceDays {

    private final Parts parts;
    private final int asked;
    private final KnownDays days;
    private final Map<Integer, long[]> free = new HashMap<>();
    private final Map<Integer, Steps> left = new HashMap<>();

    /**
     * @param ofSite all spaces of its site
     * @param sheets all sheets of the site in the days that will be asked, and a day more at each end
     */
    public SpaceDays(Listed space, Collection<Listed> ofSite, Margins margins, Collection<DaySheet> sheets) {
        parts = new Parts(ofSite, margins);
        asked = parts.indexOf(space.id());
        Map<Integer, DaySheet[]> byDay = new HashMap<>();
        for (DaySheet sheet : sheets) {
            int i = parts.indexOf(sheet.spaceId());
            if (i >= 0) {
                byDay.computeIfAbsent(sheet.day(), day -> new DaySheet[parts.count()])[i] = sheet;
            }
        }
        days = new KnownDays(day -> byDay.containsKey(day) ? PartsDay.of(parts, byDay.get(day)) : null);
    }

    /** The free stretches inside {@code [fromCell, toCell)}, a new one wherever the number of places changes. */
    public List<Run> free(long fromCell, long toCell) {
        if (toCell <= fromCell) {
            return new ArrayList<>();
        }
        Window window = new Window(fromCell, toCell);
        window.clear();
        for (int day = window.firstDay(); day <= window.lastDay(); day++) {
            window.lay(day, cells(day), 0);
        }
        window.trim();
        return window.runs(this::places);
    }

    private long[] cells(int day) {
        return free.computeIfAbsent(day, each -> {
            Left ofDay = parts.left(asked, each, days);
            left.put(each, ofDay.places(ofDay.free()));
            return ofDay.free();
        });
    }

    private int places(long cell) {
        Steps ofDay = left.get(Cells.day(cell));
        return ofDay == null ? parts.most(asked) : ofDay.at((int) Math.floorMod(cell, (long) Cells.PER_DAY));
    }
}
