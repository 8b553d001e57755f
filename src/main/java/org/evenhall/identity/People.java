package org.evenhall.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.evenhall.identity.store.PersonStore;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;

/** The door to people: who they are, and what they may do. */
@ApplicationScoped
@Transactional
public class People {

    private PersonStore store;
    private Passwords passwords;

    protected People() {}

    @Inject
    public People(PersonStore store, Passwords passwords) {
        this.store = store;
        this.passwords = passwords;
    }

    /**
     * States an account. Stated again, its name, address and rights become what is stated now, and its password stays what it
     * was: so the same statement at every start costs no hashing and undoes no change of password.
     *
     * @return the person's id
     */
    public String define(Caller caller, Account account) {
        caller.mustBeAdministrator();
        String username = Passwords.normal(account.username());
        String id = store.idOf(username)
                .orElseGet(() -> store.add(username, account.name(), passwords.hashOf(account), account.demo()));
        store.rename(id, account.name());
        store.setEmail(id, account.email());
        store.setRights(id, account.rights());
        return id;
    }

    /**
     * Locks a person until the transaction ends, so that what is counted per person cannot be passed by two requests at
     * once. Persons are locked before sites.
     */
    public void lock(String personId) {
        if (!store.lock(personId)) {
            throw new Refused(Reason.UNAUTHENTICATED, "problem.unauthenticated.detail");
        }
    }

    /** What rules ask of a person; nothing is known of somebody who is not there. */
    public Profile profile(String personId) {
        return store.profile(personId);
    }

    /** States what rules ask of a person, all of it. */
    public void describe(Caller caller, String personId, Profile profile) {
        caller.mustBeAdministrator();
        if (!profile.equals(store.profile(personId))) {
            store.describe(personId, profile);
        }
    }

    /** The ids of the people with these user names, by user name in lower case; names of nobody are left out. */
    public Map<String, String> withUsernames(Caller caller, Collection<String> usernames) {
        caller.mustBeSignedIn();
        return store.withUsernames(usernames.stream().map(Passwords::normal).toList());
    }

    /** People by id, in the order of their names; ids of nobody are left out. */
    public List<PersonView> views(Caller caller, Collection<String> personIds) {
        caller.mustBeSignedIn();
        return store.views(personIds);
    }

    public Optional<PersonView> find(String personId) {
        return store.find(personId);
    }

    /** Shown names by id; ids of nobody are left out. */
    public Map<String, String> names(Collection<String> personIds) {
        return store.names(personIds);
    }

    /** Where and in which language a person hears news; empty where there is no such person. */
    public Optional<Contact> contact(String personId) {
        return store.contact(personId);
    }

    /** Ids of those who have a role on this very thing, for telling them something. */
    public List<String> having(Role role, Thing thing) {
        return store.having(role, thing);
    }

    /** From now on the caller hears news in this language. */
    public void rememberLanguage(Caller caller, Locale language) {
        caller.mustBeSignedIn();
        store.setLanguage(caller.personId(), language);
    }

    /** The person with the rights of this moment, as whoever asks; empty where there is no such person any more. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Caller> caller(String personId, Locale locale) {
        return store.find(personId)
                .map(person -> new Caller(person.id(), person.name(), locale, store.rights(personId)));
    }
}
