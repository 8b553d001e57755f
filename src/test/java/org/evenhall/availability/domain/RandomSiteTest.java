package org.evenhall.availability.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.availability.domain.RandomSite.ALWAYS;
import static org.evenhall.availability.domain.RandomSite.DAYS;
import static org.evenhall.availability.domain.RandomSite.FIRST;
import static org.evenhall.availability.domain.RandomSite.FIRST_CELL;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.evenhall.availability.Margins;
import org.evenhall.availability.domain.CityIndex.Run;
import org.evenhall.availability.domain.Occupancy.Take;
import org.evenhall.proof.Size;
import org.evenhall.spaces.Listed;

/** Whatever a site is made of and whatever happens there: the index says what the calendar would say. */
class RandomSiteTest {

    private static final int CELLS = DAYS * Cells.PER_DAY;

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void everyCellIsFreeForAsManyAsCouldClaimIt(@ForAll long seed) {
        RandomSite site = new RandomSite(seed, "site");
        CityIndex index = site.index();
        for (Listed space : site.spaces) {
            for (int n = 0; n < Size.rounds(25, 300); n++) {
                long cell = FIRST_CELL + site.random.nextInt(CELLS);
                int places = index.free(space.id(), cell, cell + 1).stream()
                        .mapToInt(Run::places)
                        .sum();
                assertThat(places)
                        .as("%s of %s at %s", space.id(), site.spaces, Cells.start(cell))
                        .isLessThanOrEqualTo(space.capacity());
                for (int people : new int[] {1, 1 + site.random.nextInt(space.capacity()), places, places + 1}) {
                    assertThat(people <= places)
                            .as("%d in %s at %s", people, space.id(), Cells.start(cell))
                            .isEqualTo(people == 0 || site.canBeClaimed(space, cell, cell + 1, people));
                }
            }
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void searchesFindWhatCouldBeClaimed(@ForAll long seed) {
        RandomSite site = new RandomSite(seed, "site");
        CityIndex index = site.index();
        for (int n = 0; n < Size.rounds(20, 200); n++) {
            long from = FIRST_CELL + Cells.PER_DAY + site.random.nextInt(2 * Cells.PER_DAY);
            long to = from + 1 + site.random.nextInt(n % 2 == 0 ? 60 : 400);
            int length = 1 + site.random.nextInt(30);
            int people = 1 + site.random.nextInt(6);
            List<String> throughout = new ArrayList<>();
            List<String> runs = new ArrayList<>();
            for (Listed space : site.spaces) {
                if (site.canBeClaimed(space, from, to, people)) {
                    throughout.add(space.id());
                }
                for (long start = from; start + length <= to; start++) {
                    if (site.canBeClaimed(space, start, start + length, people)) {
                        runs.add(space.id() + " " + start);
                        break;
                    }
                }
                assertThat(index.isFree(space.id(), from, to, people)).isEqualTo(throughout.contains(space.id()));
            }
            assertThat(HitList.throughout(index, from, to, new Wanted(people, space -> true)))
                    .extracting(hit -> hit.space().id())
                    .containsExactlyElementsOf(throughout);
            assertThat(HitList.firstRuns(index, from, to, length, new Wanted(people, space -> true)))
                    .extracting(hit -> hit.space().id() + " " + hit.fromCell())
                    .containsExactlyElementsOf(runs);
        }
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void followingInAnyOrderIsBuildingAnew(@ForAll long seed) {
        RandomSite site = new RandomSite(seed, "site");
        var follower =
                new CityIndex(site.spaces, ALWAYS, site.margins(), (int) FIRST.toEpochDay(), DAYS, day -> List.of());
        List<DaySheet> shuffled = new ArrayList<>(site.written);
        shuffled.addAll(site.written.subList(0, site.written.size() / 2));
        Collections.shuffle(shuffled, site.random);
        shuffled.forEach(follower::apply);
        assertThat(all(follower, site)).isEqualTo(all(site.index(), site));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void workingASiteOutAnewIsBuildingAnew(@ForAll long seed) {
        RandomSite site = new RandomSite(seed, "site");
        CityIndex index =
                new CityIndex(site.spaces, ALWAYS, Margins.NONE, (int) FIRST.toEpochDay(), DAYS, site::sheets);
        List<DaySheet> sheets = IntStream.range(0, DAYS)
                .mapToObj(day -> site.sheets((int) FIRST.toEpochDay() + day))
                .flatMap(List::stream)
                .toList();
        assertThat(index.renew(site.spaces, site.margins(), sheets)).isTrue();
        assertThat(all(index, site)).isEqualTo(all(site.index(), site));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void oneSpaceByItselfIsFreeWhenItIsInTheIndex(@ForAll long seed) {
        RandomSite site = new RandomSite(seed, "site");
        CityIndex index = site.index();
        List<DaySheet> sheets = IntStream.range(0, DAYS)
                .mapToObj(day -> site.sheets((int) FIRST.toEpochDay() + day))
                .flatMap(List::stream)
                .toList();
        for (Listed space : site.spaces) {
            assertThat(new SpaceDays(space, site.spaces, site.margins(), sheets).free(FIRST_CELL, FIRST_CELL + CELLS))
                    .isEqualTo(index.free(space.id(), FIRST_CELL, FIRST_CELL + CELLS));
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void sheetsSayWhatTheClaimsSayAndSurviveTheDatabaseAndTheIndex(@ForAll long seed) {
        RandomSite site = new RandomSite(seed, "site");
        for (DaySheet sheet : site.written) {
            assertThat(DaySheet.of(sheet.spaceId(), sheet.day(), sheet.version(), sheet.bytes())
                            .saysTheSame(sheet))
                    .isTrue();
            assertThat(KeptSheet.read(KeptSheet.of(sheet), sheet.spaceId(), sheet.day())
                            .saysTheSame(sheet))
                    .isTrue();
        }
        for (int n = 0; n < 100; n++) {
            Listed space = site.any();
            long cell = FIRST_CELL + site.random.nextInt(CELLS);
            DaySheet sheet = site.derived(space, Cells.day(cell));
            int ofDay = (int) (cell % Cells.PER_DAY);
            List<Take> there = site.takes.getOrDefault(space.id(), List.of()).stream()
                    .filter(take -> take.meets(
                            Cells.start(cell).toEpochMilli(),
                            Cells.start(cell + 1).toEpochMilli()))
                    .toList();
            assertThat(Cells.get(sheet.taken(), 0, ofDay))
                    .isEqualTo(there.stream().anyMatch(Take::whole));
            assertThat(sheet.places() == null ? 0 : (int) sheet.places()[ofDay])
                    .isEqualTo(there.stream()
                            .filter(take -> !take.whole())
                            .mapToInt(Take::places)
                            .sum());
        }
    }

    private static List<List<Run>> all(CityIndex index, RandomSite site) {
        return site.spaces.stream()
                .map(space -> index.free(space.id(), FIRST_CELL, FIRST_CELL + CELLS))
                .toList();
    }
}
