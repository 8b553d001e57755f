package org.evenhall.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.evenhall.arch.Proof.behind;
import static org.evenhall.arch.Proof.condition;
import static org.evenhall.arch.Proof.folder;
import static org.evenhall.arch.Proof.prove;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeaturesTest {

    @Test
    void seeOnlyWhomTheMapAllows() {
        prove(
                FeaturesTest::keepToTheMap,
                "areas.LooksUp",
                "bookings.SeesThePortal",
                "identity.KnowsAFeature",
                "kernel.KnowsIdentity",
                "platform.KnowsAFeature");
    }

    @Test
    void areAllOnTheMap() {
        prove(FeaturesTest::areKnown, "gossip.Unlisted");
    }

    @Test
    void haveNoCycles() {
        prove(
                root -> slices().matching(root + ".(*)..").should().beFreeOfCycles(),
                "areas.LooksUp",
                "bookings.SeesThePortal");
    }

    @Test
    void haveNoCyclesBehindTheFrontDoorEither() {
        prove(
                root -> slices().assignedFrom(rooms(root)).should().beFreeOfCycles(),
                "spaces.domain.KnowsItsStore",
                "spaces.domain.rules.KnowsWhoAsks");
    }

    @Test
    void areEnteredByTheFrontDoor() {
        prove(FeaturesTest::areNotBrokenInto, "bookings.store.Burglar", "portal.rest.Burglar");
    }

    private static ArchRule keepToTheMap(String root) {
        return classes().should(condition("see only whom the map allows", type -> dependencies(type)
                .filter(seen -> !folder(root, seen.getTargetClass()).isEmpty())
                .filter(seen -> !FeatureMap.maySee(folder(root, type), folder(root, seen.getTargetClass())))
                .map(Dependency::getDescription)));
    }

    private static ArchRule areKnown(String root) {
        return classes().should(condition("be on the map", type -> Stream.of(type)
                .filter(lost -> !FeatureMap.knows(folder(root, lost)))
                .map(lost -> lost.getName() + " lies in no feature of the map")));
    }

    private static ArchRule areNotBrokenInto(String root) {
        return classes().should(condition("not enter other features", type -> dependencies(type)
                .filter(seen -> behind(root, seen.getTargetClass()))
                .filter(seen -> !folder(root, seen.getTargetClass()).equals(folder(root, type)))
                .map(Dependency::getDescription)));
    }

    /** Every package below a folder is a slice of its own; the folders themselves, which their rooms serve, are none. */
    private static SliceAssignment rooms(String root) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String folder = folder(root, type);
                return folder.isEmpty() || type.getPackageName().equals(root + "." + folder)
                        ? SliceIdentifier.ignore()
                        : SliceIdentifier.of(type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages behind the front doors";
            }
        };
    }

    private static Stream<Dependency> dependencies(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream();
    }
}
