package org.evenhall.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.evenhall.availability.FreeSearch;
import org.evenhall.availability.FreeSpace;
import org.evenhall.availability.FreeTimes;
import org.evenhall.identity.Caller;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.CatalogueFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often doors ask the database, in the real server. */
class StatementsIT extends InServer {

    @Inject
    private FreeTimes freeTimes;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @PersistenceContext
    private EntityManager entities;

    @PersistenceUnit
    private EntityManagerFactory factory;

    private CountedStatements counted;

    @BeforeEach
    void count() {
        counted = new CountedStatements(factory);
    }

    @Test
    void bothWaysToTheDatabaseAreCounted() {
        assertThat(counted.during(() -> {
                    sql.count("SELECT COUNT(*) FROM site");
                    entities.createNativeQuery("SELECT COUNT(*) FROM site").getSingleResult();
                }))
                .isEqualTo(2);
    }

    /** From today on it may be one more, for all days of which nothing is left: whether closures are why. */
    @Test
    void aMonthOfASpaceCostsAsManyStatementsAsADay() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), catalogue.zone());
        for (var space : catalogue.published().subList(0, 20)) {
            for (int days : new int[] {1, 31}) {
                assertThat(ofDays(space.id(), today.plusDays(1), days)).isOne();
                assertThat(ofDays(space.id(), today, days)).isBetween(1L, 2L);
            }
        }
    }

    private long ofDays(String spaceId, LocalDate from, int days) {
        Caller somebody = Caller.anonymous(Locale.ENGLISH);
        return counted.during(() -> freeTimes.of(somebody, spaceId, from, from.plusDays(days)));
    }

    @Test
    void beyondTheHorizonASearchReadsTheSheetsOfItsDaysOnce() {
        LocalDate day = LocalDate.ofInstant(clock.instant(), catalogue.zone()).plusDays(200);
        Caller somebody = Caller.anonymous(Locale.ENGLISH);
        for (int days : new int[] {1, 31}) {
            var search = new FreeSearch(
                    day, day.plusDays(days), Set.of(), 1080, 1320, Duration.ofHours(1), 2, CatalogueFilter.ALL);
            List<FreeSpace> found = new ArrayList<>();
            assertThat(counted.during(() -> found.addAll(
                            freeTimes.search(somebody, search, 0, 20).items())))
                    .isLessThanOrEqualTo(days + 3L);
            assertThat(found).hasSize(20).allSatisfy(free -> {
                LocalDate its =
                        LocalDate.ofInstant(free.slot().start(), free.space().zone());
                assertThat(freeTimes
                                .of(somebody, free.space().id(), its, its.plusDays(1))
                                .get(0)
                                .freeFor(2))
                        .anyMatch(range -> range.encloses(free.slot()));
            });
        }
    }
}
