package org.evenhall.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhall.identity.Caller.Right;
import org.evenhall.identity.Contact;
import org.evenhall.identity.PersonView;
import org.evenhall.identity.Profile;
import org.evenhall.identity.Role;
import org.evenhall.identity.Thing;
import org.evenhall.kernel.Ids;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.platform.text.Languages;

/** The tables {@code person} and {@code entitlement}. Every request reads both, so they are read by key in plain SQL. */
@ApplicationScoped
public class PersonStore {

    private Sql sql;
    private Clock clock;

    protected PersonStore() {}

    @Inject
    public PersonStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What a password is checked against. */
    public record Secret(String personId, String passwordHash) {}

    public Optional<PersonView> find(String id) {
        return sql.first(
                "SELECT id, username, name FROM person WHERE id = ?",
                row -> new PersonView(row.getString(1), row.getString(2), row.getString(3)),
                id);
    }

    /** Whether there is such a person, who is locked until the transaction ends. */
    public boolean lock(String id) {
        return sql.lock("person", id);
    }

    public Optional<String> idOf(String username) {
        return sql.first("SELECT id FROM person WHERE username = ?", row -> row.getString(1), username);
    }

    public Optional<Secret> secret(String username) {
        return sql.first(
                "SELECT id, password_hash FROM person WHERE username = ?",
                row -> new Secret(row.getString(1), row.getString(2)),
                username);
    }

    public Map<String, String> names(Collection<String> ids) {
        Map<String, String> names = new HashMap<>();
        sql.among(
                "SELECT id, name FROM person WHERE id IN",
                new HashSet<>(ids),
                row -> names.put(row.getString(1), row.getString(2)));
        return names;
    }

    public Profile profile(String id) {
        List<Profile> rows = sql.list(
                "SELECT p.verified, p.birth_date, p.area_id, m.organisation_id FROM person p"
                        + " LEFT JOIN membership m ON m.person_id = p.id WHERE p.id = ?",
                PersonStore::profile,
                id);
        return rows.stream()
                .reduce((one, other) -> new Profile(
                        one.verified(),
                        one.birthDate(),
                        one.areaId(),
                        Stream.concat(one.organisations().stream(), other.organisations().stream())
                                .collect(Collectors.toSet())))
                .orElse(Profile.UNKNOWN);
    }

    private static Profile profile(ResultSet row) throws SQLException {
        int birth = row.getInt(2);
        LocalDate birthDate = row.wasNull() ? null : LocalDate.ofEpochDay(birth);
        String organisation = row.getString(4);
        return new Profile(
                row.getBoolean(1), birthDate, row.getString(3), organisation == null ? Set.of() : Set.of(organisation));
    }

    public void describe(String id, Profile profile) {
        sql.update(
                "UPDATE person SET verified = ?, birth_date = ?, area_id = ? WHERE id = ?",
                profile.verified(),
                profile.birthDate() == null ? null : (int) profile.birthDate().toEpochDay(),
                profile.areaId(),
                id);
        sql.update("DELETE FROM membership WHERE person_id = ?", id);
        profile.organisations()
                .forEach(organisation -> sql.update(
                        "INSERT INTO membership (person_id, organisation_id) VALUES (?, ?)", id, organisation));
    }

    public Map<String, String> withUsernames(Collection<String> usernames) {
        Map<String, String> ids = new HashMap<>();
        sql.among(
                "SELECT username, id FROM person WHERE username IN",
                new HashSet<>(usernames),
                row -> ids.put(row.getString(1), row.getString(2)));
        return ids;
    }

    public List<PersonView> views(Collection<String> ids) {
        List<PersonView> found = sql.among(
                "SELECT id, username, name FROM person WHERE id IN",
                new HashSet<>(ids),
                row -> new PersonView(row.getString(1), row.getString(2), row.getString(3)));
        return found.stream()
                .sorted(Comparator.comparing(PersonView::name).thenComparing(PersonView::id))
                .toList();
    }

    public String add(String username, String name, String passwordHash, boolean demo) {
        String id = Ids.next();
        sql.update(
                "INSERT INTO person (id, username, name, password_hash, demo, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                id,
                username,
                name,
                passwordHash,
                demo,
                clock.instant());
        return id;
    }

    public void rename(String id, String name) {
        sql.update("UPDATE person SET name = ? WHERE id = ? AND name <> ?", name, id, name);
    }

    /** @param email null leaves the address as it is */
    public void setEmail(String id, String email) {
        if (email != null) {
            sql.update("UPDATE person SET email = ? WHERE id = ? AND (email IS NULL OR email <> ?)", email, id, email);
        }
    }

    public void setLanguage(String id, Locale language) {
        String tag = language.getLanguage();
        sql.update("UPDATE person SET language = ? WHERE id = ? AND (language IS NULL OR language <> ?)", tag, id, tag);
    }

    /** Sets the language of a person who has chosen none yet. */
    public void proposeLanguage(String id, Locale language) {
        sql.update("UPDATE person SET language = ? WHERE id = ? AND language IS NULL", language.getLanguage(), id);
    }

    public Optional<Contact> contact(String id) {
        return sql.first(
                "SELECT id, name, email, language FROM person WHERE id = ?",
                row -> new Contact(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Optional.ofNullable(Languages.named(row.getString(4))).orElse(Locale.ENGLISH)),
                id);
    }

    public Set<Right> rights(String personId) {
        return new HashSet<>(sql.list(
                "SELECT role, thing_kind, thing_id FROM entitlement WHERE person_id = ?",
                row -> new Right(
                        Role.valueOf(row.getString(1)),
                        new Thing(Thing.Kind.valueOf(row.getString(2)), row.getString(3))),
                personId));
    }

    /** Ids of those who have a role on this very thing. */
    public List<String> having(Role role, Thing thing) {
        return sql.list(
                "SELECT person_id FROM entitlement WHERE thing_id = ? AND thing_kind = ? AND role = ?",
                row -> row.getString(1),
                thing.id(),
                thing.kind(),
                role);
    }

    /** Adds what is missing and takes what is no longer wanted. */
    public void setRights(String personId, Set<Right> wanted) {
        Set<Right> present = rights(personId);
        for (Right right : present) {
            if (!wanted.contains(right)) {
                sql.update(
                        "DELETE FROM entitlement WHERE person_id = ? AND role = ? AND thing_kind = ? AND thing_id = ?",
                        personId,
                        right.role(),
                        right.thing().kind(),
                        right.thing().id());
            }
        }
        for (Right right : wanted) {
            if (!present.contains(right)) {
                sql.update(
                        "INSERT INTO entitlement (id, person_id, role, thing_kind, thing_id) VALUES (?, ?, ?, ?, ?)",
                        Ids.next(),
                        personId,
                        right.role(),
                        right.thing().kind(),
                        right.thing().id());
            }
        }
    }
}
