package org.evenhall.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.evenhall.availability.FreeTimes;
import org.evenhall.identity.Caller;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.spaces.Catalogue;
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

    @Test
    void aMonthOfASpaceCostsAsManyStatementsAsADay() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), catalogue.zone());
        Caller somebody = Caller.anonymous(Locale.ENGLISH);
        for (var space : catalogue.published().subList(0, 20)) {
            for (int days : new int[] {1, 31}) {
                assertThat(counted.during(() -> freeTimes.of(somebody, space.id(), today, today.plusDays(days))))
                        .isOne();
            }
        }
    }
}
