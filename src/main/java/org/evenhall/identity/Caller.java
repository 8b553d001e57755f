package org.evenhall.identity;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;

/**
 * Who asks, in which language, and what they may do. Every front door takes the caller first and asks here, in its
 * first line, whether it may go on.
 *
 * @param personId null for somebody who has not signed in
 * @param name shown name, null likewise
 * @param locale language of names in the answer: {@code zh} or {@code en}
 * @param rights roles on things
 */
public record Caller(String personId, String name, Locale locale, Set<Right> rights) {

    /** A role on a thing. */
    public record Right(Role role, Thing thing) {}

    public Caller {
        rights = Set.copyOf(rights);
    }

    public static Caller anonymous(Locale locale) {
        return new Caller(null, null, locale, Set.of());
    }

    /** The server itself, at start and in its own jobs. */
    public static Caller system() {
        return new Caller("system", "system", Locale.ENGLISH, Set.of(new Right(Role.ADMINISTRATOR, Thing.EVERYTHING)));
    }

    public boolean signedIn() {
        return personId != null;
    }

    public boolean is(String otherPersonId) {
        return personId != null && personId.equals(otherPersonId);
    }

    public boolean administrator() {
        return has(Role.ADMINISTRATOR, Set.of());
    }

    /** Whether the caller has the role on one of these things, or on everything. */
    public boolean has(Role role, Collection<Thing> things) {
        return rights.stream()
                .anyMatch(right -> right.role() == role
                        && (right.thing().equals(Thing.EVERYTHING) || things.contains(right.thing())));
    }

    public boolean hasAnywhere(Role role) {
        return rights.stream().anyMatch(right -> right.role() == role);
    }

    /** Ids of the things of a kind on which the caller has the role. */
    public Set<String> thingsWith(Role role, Thing.Kind kind) {
        return rights.stream()
                .filter(right -> right.role() == role && right.thing().kind() == kind)
                .map(right -> right.thing().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    public void mustBeSignedIn() {
        if (!signedIn()) {
            throw new Refused(Reason.UNAUTHENTICATED, "problem.unauthenticated.detail");
        }
    }

    /** @param things the thing in question and what it belongs to; administrators may do what owners may */
    public void mustHave(Role role, Collection<Thing> things) {
        mustBeSignedIn();
        if (!administrator() && !has(role, things)) {
            throw new Refused(Reason.FORBIDDEN, "problem.forbidden.detail");
        }
    }

    public void mustBeAdministrator() {
        mustBeSignedIn();
        if (!administrator()) {
            throw new Refused(Reason.FORBIDDEN, "problem.forbidden.detail");
        }
    }
}
