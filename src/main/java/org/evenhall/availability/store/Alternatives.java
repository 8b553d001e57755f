package org.evenhall.availability.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenhall.availability.ClaimWish;
import org.evenhall.availability.SlotTaken.Alternative;
import org.evenhall.availability.domain.Cells;
import org.evenhall.availability.domain.CityIndex;
import org.evenhall.availability.domain.Wanted;
import org.evenhall.identity.Caller;
import org.evenhall.kernel.Foremost;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/**
 * What the loser of a slot is offered: the same space at the nearest other time of the day, then other spaces at the same
 * time that hold as many people, those of the same venue first, then the nearest.
 */
@ApplicationScoped
public class Alternatives {

    private static final int OTHER_SPACES = 4;
    /** More than are named, for some may be hidden from the public today. */
    private static final int LOOKED_AT = 16;

    private static final long DAY = Cells.PER_DAY;

    private IndexKeeper keeper;
    private Catalogue catalogue;

    protected Alternatives() {}

    @Inject
    public Alternatives(IndexKeeper keeper, Catalogue catalogue) {
        this.keeper = keeper;
        this.catalogue = catalogue;
    }

    public List<Alternative> to(Caller caller, ClaimWish wish) {
        long from = Cells.floor(wish.slot().start());
        long to = Cells.ceil(wish.slot().end());
        return keeper.ask(
                Cells.day(from - DAY),
                Cells.day(to + DAY),
                space -> space.published() && space.capacity() >= wish.people(),
                index -> in(index, caller, wish, from, to));
    }

    private List<Alternative> in(CityIndex index, Caller caller, ClaimWish wish, long from, long to) {
        List<Alternative> found = new ArrayList<>();
        nearestOtherTime(index, wish, from, to)
                .ifPresent(start -> found.add(alternative(caller, wish.space(), start, start + to - from)));
        nearestOtherSpaces(index, wish, from, to).stream()
                .filter(other -> catalogue.shows(other.space))
                .limit(OTHER_SPACES)
                .forEach(other -> found.add(alternative(caller, other.space, from, to)));
        return found;
    }

    /** A space and how far it is from the wished one. */
    private record Away(Listed space, double metres, boolean elsewhere) {}

    private static List<Away> nearestOtherSpaces(CityIndex index, ClaimWish wish, long from, long to) {
        Listed wished = wish.space();
        var here = wished.venue().point();
        var nearest = new Foremost<>(
                Comparator.comparingDouble(Away::metres)
                        .thenComparing(Away::elsewhere)
                        .thenComparing(away -> away.space.id()),
                LOOKED_AT);
        var wanted = new Wanted(wish.people(), space -> !space.id().equals(wished.id()));
        index.throughout(from, to, wanted, (ordinal, space, first, end, places) -> {
            var point = space.venue().point();
            nearest.add(new Away(
                    space,
                    here.metresTo(point.lat(), point.lon()),
                    !space.venue().id().equals(wished.venue().id())));
        });
        return nearest.list();
    }

    private Optional<Long> nearestOtherTime(CityIndex index, ClaimWish wish, long from, long to) {
        long step = Math.max(1, wish.grid().toMillis() / Cells.MILLIS);
        int places = wish.whole() ? wish.space().capacity() : wish.people();
        long now = Cells.ceil(keeper.now());
        for (long away = step; away < DAY; away += step) {
            for (long start : new long[] {from + away, from - away}) {
                if (start >= now && index.isFree(wish.space().id(), start, start + to - from, places)) {
                    return Optional.of(start);
                }
            }
        }
        return Optional.empty();
    }

    private static Alternative alternative(Caller caller, Listed space, long from, long to) {
        return new Alternative(
                space.card(caller.locale(), null),
                OffsetDateTime.ofInstant(Cells.start(from), space.zone()),
                OffsetDateTime.ofInstant(Cells.start(to), space.zone()));
    }
}
