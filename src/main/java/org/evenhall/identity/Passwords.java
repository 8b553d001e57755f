package org.evenhall.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.evenhall.identity.store.PersonStore;

/**
 * Passwords as PBKDF2 with HMAC-SHA-512 and 210,000 iterations (OWASP Password Storage Cheat Sheet, 2023), the salt and
 * the parameters in the hash itself.
 */
@ApplicationScoped
class Passwords {

    private static final Map<String, String> PARAMETERS = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "16",
            "Pbkdf2PasswordHash.KeySizeBytes", "64");

    @Inject
    private Pbkdf2PasswordHash pbkdf2;

    @Inject
    private PersonStore store;

    private String nobodys;

    @PostConstruct
    void prepare() {
        pbkdf2.initialize(PARAMETERS);
        nobodys = hash("nobody has this password");
    }

    String hash(String password) {
        return pbkdf2.generate(password.toCharArray());
    }

    /** The id of the person with this password. A name that nobody has takes as long as a wrong password. */
    Optional<String> personWith(String username, String password) {
        Optional<PersonStore.Secret> secret = store.secret(normal(username));
        boolean right = pbkdf2.verify(
                password.toCharArray(),
                secret.map(PersonStore.Secret::passwordHash).orElse(nobodys));
        return right ? secret.map(PersonStore.Secret::personId) : Optional.empty();
    }

    static String normal(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
