package org.evenhall.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.evenhall.platform.persistence.Sql;

/** The table {@code access_token}. */
@ApplicationScoped
public class TokenStore {

    @Inject
    private Sql sql;

    public void add(String hash, String personId, Instant now, Instant expiresAt) {
        sql.update(
                "INSERT INTO access_token (token_hash, person_id, created_at, expires_at) VALUES (?, ?, ?, ?)",
                hash,
                personId,
                now,
                expiresAt);
    }

    public Optional<String> personOf(String hash, Instant now) {
        return sql.first(
                "SELECT person_id FROM access_token WHERE token_hash = ? AND expires_at > ?",
                row -> row.getString(1),
                hash,
                now);
    }

    public void remove(String hash, String personId) {
        sql.update("DELETE FROM access_token WHERE token_hash = ? AND person_id = ?", hash, personId);
    }

    public void forgetExpired(Instant now) {
        sql.update("DELETE FROM access_token WHERE expires_at <= ?", now);
    }
}
