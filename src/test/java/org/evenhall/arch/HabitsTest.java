package org.evenhall.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.arch.Proof.condition;
import static org.evenhall.arch.Proof.prove;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HabitsTest {

    private static final int MOST_TYPES = 20;
    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Impl|Manager|Helper|Utils?|Dto)");
    private static final Path BAD_SOURCES = Path.of("src/test/java/org/evenhall/arch/fixture");

    @Test
    void onlyTheSurroundingsAskTheMachineForTheTime() {
        prove(
                root -> classes()
                        .that()
                        .doNotHaveFullyQualifiedName(root + ".platform.Surroundings")
                        .should(condition(
                                "take time and zone from outside", type -> type.getCodeUnitAccessesFromSelf().stream()
                                        .filter(call -> asksTheMachine(call.getTarget()))
                                        .map(JavaAccess::getDescription))),
                "bookings.LooksAtTheClock",
                "bookings.LooksAtTheCalendar");
    }

    /** {@code System.nanoTime} is no time of day; durations are measured by it. */
    private static boolean asksTheMachine(CodeUnitAccessTarget called) {
        JavaClass owner = called.getOwner();
        String name = called.getName();
        boolean plain = called.getRawParameterTypes().stream().noneMatch(each -> each.isEquivalentTo(Clock.class));
        return owner.getPackageName().startsWith("java.time") && name.equals("now") && plain
                || owner.isEquivalentTo(Clock.class) && name.matches("system.*|tick(Millis|Seconds|Minutes)")
                || owner.getName().equals("java.time.InstantSource") && name.equals("system")
                || owner.isEquivalentTo(ZoneId.class) && name.equals("systemDefault")
                || owner.isEquivalentTo(TimeZone.class) && name.equals("getDefault")
                || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
                || owner.isEquivalentTo(Date.class)
                        && name.equals("<init>")
                        && called.getRawParameterTypes().isEmpty()
                || owner.isEquivalentTo(GregorianCalendar.class) && name.equals("<init>")
                || owner.isEquivalentTo(Calendar.class) && name.equals("getInstance");
    }

    @Test
    void onlyTheLauncherWritesToTheConsole() {
        prove(
                root -> noClasses()
                        .that()
                        .resideOutsideOfPackage(root + ".platform.launch..")
                        .should(ACCESS_STANDARD_STREAMS),
                "spaces.Chatters");
    }

    @Test
    void namesSaySomething() {
        prove(
                root -> classes().should(condition("be named for what they are", type -> Stream.of(type)
                        .filter(each -> EMPTY_NAME.matcher(each.getSimpleName()).matches())
                        .map(each -> each.getName() + " has a name that says nothing"))),
                "spaces.SpaceManager",
                "spaces.SpaceUtils");
    }

    @Test
    void packagesStaySmall() {
        prove(HabitsTest::packagesHaveAFewTypes, "reports");
    }

    private static ArchRule packagesHaveAFewTypes(String root) {
        return classes().should(condition("lie among at most " + MOST_TYPES, type -> Stream.of(type.getPackage())
                .filter(each -> types(each) > MOST_TYPES)
                .map(each -> each.getName() + " has " + types(each) + " types")));
    }

    private static long types(JavaPackage inside) {
        return inside.getClasses().stream()
                .filter(type -> type.isTopLevelClass() && !type.isArray())
                .count();
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        Predicate<Path> bad = path -> path.startsWith(BAD_SOURCES);
        assertThat(silent(bad))
                .contains("org/evenhall/arch/fixture/gossip")
                .doesNotContain("org/evenhall/arch/fixture");
        assertThat(silent(bad.negate())).isEmpty();
    }

    /** Packages with classes and without a {@code package-info}, be it beside the classes or beside their tests. */
    private static Set<String> silent(Predicate<Path> wanted) throws IOException {
        Set<String> silent = new TreeSet<>();
        Set<String> speaking = new TreeSet<>();
        for (String root : List.of("src/main/java", "src/test/java", "src/bench/java")) {
            for (Path source : sources(Path.of(root))) {
                String name = Path.of(root).relativize(source.getParent()).toString();
                if (source.endsWith("package-info.java")) {
                    speaking.add(name);
                } else if (wanted.test(source)) {
                    silent.add(name);
                }
            }
        }
        silent.removeAll(speaking);
        return silent;
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".java")).toList());
        }
    }
}
