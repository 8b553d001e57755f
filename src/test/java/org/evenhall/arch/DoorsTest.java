package org.evenhall.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.arch.Proof.atTheFront;
import static org.evenhall.arch.Proof.condition;
import static org.evenhall.arch.Proof.prove;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenhall.identity.Caller;
import org.junit.jupiter.api.Test;

class DoorsTest {

    /** What pages and resources may ask a front door without saying who asks, and why. */
    private static final Map<String, String> ASKED_BY_ANYBODY = Map.ofEntries(
            Map.entry("Areas.outlines", "the shapes on a map, with their names in every language"),
            Map.entry("Catalogue.published", "what is published is published for all"),
            Map.entry("Catalogue.zone", "the clock on the tower"),
            Map.entry("Holidays.in", "a calendar hangs on the wall"),
            Map.entry("Holidays.knows", "a calendar hangs on the wall"),
            Map.entry("Offers.best", "only chooses among what the caller was given"),
            Map.entry("Openings.of", "the hours on the door of a published space"),
            Map.entry("Openings.stated", "the hours on the door of a published space"),
            Map.entry("Policies.of", "the house rules on the door of a published space"),
            Map.entry("SignIn.out", "whoever leaves is nobody from then on"),
            Map.entry("SignIn.with", "here somebody says who they are"),
            Map.entry("Tokens.issue", "here somebody says who they are"),
            Map.entry("Tokens.personOf", "here it is found out who asks"));

    @Test
    void onlyFrontDoorsOpenTransactions() {
        prove(DoorsTest::transactionsBeginAtTheFront, "bookings.Hidden", "bookings.store.OpensATransaction");
    }

    @Test
    void onlyTheFirstAnswerIsKeptInATransactionByHand() {
        prove(
                root -> noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName(root + ".platform.http.Idempotency")
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(UserTransaction.class),
                "bookings.CommitsByHand");
    }

    @Test
    void areToldWhoAsks() {
        prove(DoorsTest::theCallerComesFirst, "bookings.web.SaysNotWhoAsks", "bookings.rest.SaysItTooLate");
    }

    @Test
    void areNotAskedByAnybodyWithoutNeed() {
        var asked = Proof.MAIN.stream()
                .flatMap(type -> callsWithoutCaller(Proof.EVENHALL, type))
                .map(DoorsTest::name);
        assertThat(asked).containsAll(ASKED_BY_ANYBODY.keySet());
    }

    @Test
    void speakOfNothingThatLiesBehindThem() {
        prove(DoorsTest::speakTheirOwnWords, "spaces.LetsTheStoreOut");
    }

    private static ArchRule transactionsBeginAtTheFront(String root) {
        return classes()
                .that()
                .resideOutsideOfPackages(root + ".platform.outbox..", root + ".platform.jobs..")
                .and()
                .areNotAnnotatedWith(Interceptor.class)
                .should(condition("open transactions at front doors only", type -> Stream.<CanBeAnnotated>concat(
                                Stream.of(type), type.getMethods().stream())
                        .filter(each -> each.isAnnotatedWith(Transactional.class))
                        .filter(each -> !isDoor(root, type))
                        .map(each -> type.getName() + " is @Transactional and no front door")));
    }

    private static ArchRule theCallerComesFirst(String root) {
        return classes()
                .that()
                .resideInAnyPackage(root + "..rest..", root + "..web..")
                .should(condition("tell a front door who asks", type -> callsWithoutCaller(root, type)
                        .filter(call -> !ASKED_BY_ANYBODY.containsKey(name(call)))
                        .map(JavaAccess::getDescription)));
    }

    private static Stream<? extends JavaAccess<?>> callsWithoutCaller(String root, JavaClass type) {
        return type.getCodeUnitAccessesFromSelf().stream()
                .filter(call -> isDoor(root, call.getTargetOwner())
                        && call.getTargetOwner().isAnnotatedWith(ApplicationScoped.class))
                .filter(call -> call.getTarget()
                        .resolveMember()
                        .filter(JavaMethod.class::isInstance)
                        .map(JavaMethod.class::cast)
                        .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
                        .filter(method -> !callerComesFirst(method))
                        .isPresent());
    }

    private static boolean callerComesFirst(JavaMethod method) {
        return !method.getRawParameterTypes().isEmpty()
                && method.getRawParameterTypes().get(0).isEquivalentTo(Caller.class);
    }

    private static String name(JavaAccess<?> call) {
        return call.getTargetOwner().getSimpleName() + "." + call.getTarget().getName();
    }

    private static ArchRule speakTheirOwnWords(String root) {
        String rooms = Pattern.quote(root) + "\\..*\\.(domain|store|rest|web)\\b.*";
        return classes().should(condition("speak of nothing that lies behind them", type -> type.getMethods().stream()
                .filter(method -> isDoor(root, type) && method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> Stream.concat(
                                method.getReturnType().getAllInvolvedRawTypes().stream(),
                                method.getParameterTypes().stream()
                                        .flatMap(each -> each.getAllInvolvedRawTypes().stream()))
                        .anyMatch(spoken -> spoken.getPackageName().matches(rooms)))
                .map(method -> method.getFullName() + " speaks of what lies behind it")));
    }

    private static boolean isDoor(String root, JavaClass type) {
        return atTheFront(root, type) && type.getModifiers().contains(JavaModifier.PUBLIC);
    }
}
