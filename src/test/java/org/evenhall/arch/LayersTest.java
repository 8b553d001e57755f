package org.evenhall.arch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.evenhall.arch.Proof.prove;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import javax.sql.DataSource;
import org.evenhall.platform.persistence.Sql;
import org.junit.jupiter.api.Test;

class LayersTest {

    /** Libraries that the domain may know: they compute, and know neither server nor database. */
    private static final Map<String, String> PURE_LIBRARIES = Map.of(
            "ch.poole.openinghoursparser..", "the grammar of OpenStreetMap's opening hours: text in, tree out",
            "org.dmfs.rfc5545..", "the dates of a recurrence rule in wall-clock time, without zones",
            "org.locationtech.jts..", "plane geometry: which outline a point lies in");

    private static final DescribedPredicate<JavaClass> ENTITIES =
            assignableTo(EntityManager.class).or(assignableTo(EntityManagerFactory.class));

    private static final DescribedPredicate<JavaClass> THE_DATABASE = ENTITIES.or(assignableTo(DataSource.class))
            .or(assignableTo(Sql.class))
            .or(resideInAPackage("java.sql.."))
            .as("the database");

    @Test
    void theKernelKnowsOnlyJavaAndTheIds() {
        prove(
                root -> classes()
                        .that()
                        .resideInAPackage(root + ".kernel..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage("java..", "com.github.f4b6a3.uuid..", root + ".kernel.."),
                "kernel.KnowsAFramework",
                "kernel.KnowsIdentity");
    }

    @Test
    void theDomainKnowsNoFramework() {
        prove(LayersTest::domainIsPlain, "bookings.domain.KnowsAFramework", "spaces.domain.KnowsItsStore");
    }

    @Test
    void pagesAndResourcesTouchNeitherDomainNorStore() {
        prove(
                root -> noClasses()
                        .that()
                        .resideInAnyPackage(root + "..rest..", root + "..web..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(root + "..domain..", root + "..store..")
                                .or(THE_DATABASE)),
                "spaces.rest.DigsDeep",
                "spaces.web.AsksTheDatabase",
                "portal.rest.Burglar");
    }

    @Test
    void onlyStoresTouchTheDatabase() {
        prove(
                root -> noClasses()
                        .that()
                        .resideOutsideOfPackages(root + "..store..", root + ".platform..")
                        .should()
                        .dependOnClassesThat(THE_DATABASE),
                "bookings.AsksTheDatabase",
                "spaces.web.AsksTheDatabase");
    }

    @Test
    void onlyStoresHoldAnEntityManager() {
        prove(
                root -> noClasses()
                        .that()
                        .resideOutsideOfPackage(root + "..store..")
                        .should()
                        .dependOnClassesThat(ENTITIES),
                "bookings.AsksTheDatabase",
                "platform.HoldsEntities");
    }

    private static ArchRule domainIsPlain(String root) {
        var known = resideInAnyPackage("java..", "jakarta.persistence..", "jakarta.validation..", root + "..")
                .or(resideInAnyPackage(PURE_LIBRARIES.keySet().toArray(String[]::new)));
        var plumbing =
                resideInAnyPackage(root + ".platform..", root + "..store..", root + "..rest..", root + "..web..");
        return classes()
                .that()
                .resideInAPackage(root + "..domain..")
                .should()
                .onlyDependOnClassesThat(known.and(not(plumbing)).and(not(THE_DATABASE)));
    }
}
