package org.evenhall.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Proves a rule of the architecture: the fixture breaks it where it should and nowhere else, Evenhall keeps it. */
final class Proof {

    static final String EVENHALL = "org.evenhall";
    static final String FIXTURE = "org.evenhall.arch.fixture";

    static final JavaClasses MAIN = types().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(EVENHALL);
    private static final JavaClasses BAD = types().importPackages(FIXTURE);

    private Proof() {}

    private static ClassFileImporter types() {
        return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_PACKAGE_INFOS);
    }

    /**
     * @param rule made for the root package of a code base
     * @param offenders all that breaks it in the fixture, as in {@code spaces.rest.Burglar}
     */
    static void prove(Function<String, ArchRule> rule, String... offenders) {
        List<String> found =
                rule.apply(FIXTURE).evaluate(BAD).getFailureReport().getDetails();
        assertThat(offenders).isNotEmpty().allSatisfy(offender -> assertThat(found)
                .as("what the rule finds in the fixture")
                .anyMatch(fault -> names(fault, offender)));
        assertThat(found).as("innocents").allMatch(fault -> Arrays.stream(offenders)
                .anyMatch(offender -> names(fault, offender)));
        rule.apply(EVENHALL).check(MAIN);
    }

    private static boolean names(String fault, String offender) {
        return fault.contains(FIXTURE + "." + offender);
    }

    /** The folder below the root in which a class lies: a feature, or one of those that all see; empty elsewhere. */
    static String folder(String root, JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1).split("\\.")[0] : "";
    }

    /** Whether a class lies in the root package of a feature or of identity. */
    static boolean atTheFront(String root, JavaClass type) {
        String folder = folder(root, type);
        return FeatureMap.hasFrontDoor(folder) && type.getPackageName().equals(root + "." + folder);
    }

    /** Whether a class lies in a room behind a front door. */
    static boolean behind(String root, JavaClass type) {
        return FeatureMap.hasFrontDoor(folder(root, type)) && !atTheFront(root, type.getBaseComponentType());
    }

    /** @param faults says of a class what is wrong with it; each fault begins with its name */
    static ArchCondition<JavaClass> condition(String what, Function<JavaClass, Stream<String>> faults) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                faults.apply(type).forEach(fault -> events.add(SimpleConditionEvent.violated(type, fault)));
            }
        };
    }
}
