package org.evenhall.bookings.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.evenhall.platform.persistence.Sql;
import org.evenhall.platform.persistence.Trouble;

/** Secrets that all nodes share; each is made by whoever needs it first. */
@ApplicationScoped
public class SigningKeys {

    private static final int BYTES = 32;

    private Sql sql;
    private Clock clock;

    protected SigningKeys() {}

    @Inject
    public SigningKeys(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public Optional<byte[]> find(String id) {
        return sql.first("SELECT secret FROM signing_key WHERE id = ?", row -> row.getString(1), id)
                .map(Base64.getDecoder()::decode);
    }

    /** Makes one where there is none; outside any transaction, since another node may be faster. */
    public void make(String id) {
        if (find(id).isPresent()) {
            return;
        }
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        try {
            sql.update(
                    "INSERT INTO signing_key (id, secret, created_at) VALUES (?, ?, ?)",
                    id,
                    Base64.getEncoder().encodeToString(secret),
                    clock.instant());
        } catch (RuntimeException e) {
            if (!Trouble.isDuplicate(e)) {
                throw e;
            }
        }
    }
}
