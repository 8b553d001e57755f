package org.evenhall.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.evenhall.identity.store.PersonStore;

/**
 * Passwords as PBKDF2 with HMAC-SHA-512 and 210,000 iterations (OWASP Password Storage Cheat Sheet, 2023), the salt and
 * the parameters in the hash itself.
 */
@ApplicationScoped
class Passwords {

    static final Map<String, String> PARAMETERS = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "16",
            "Pbkdf2PasswordHash.KeySizeBytes", "64");

    /** Of a random password that was thrown away. */
    static final String NOBODYS = "PBKDF2WithHmacSHA512:210000:h+HRC/HCcDC7b0lP/3xn7g==:dJ5IulLrS/b"
            + "zI88Yqt1E0oC4w7PnKifwZD0oruevXSZOCnZ5NJ4yHZSqpZSsH57Ud4+vhvur7yA1/39upPSWLg==";

    @Inject
    private Pbkdf2PasswordHash pbkdf2;

    @Inject
    private PersonStore store;

    @PostConstruct
    void prepare() {
        pbkdf2.initialize(PARAMETERS);
    }

    /** The hash to keep. Those of the demo's passwords, which are public, come with the demo; the others are computed. */
    String hashOf(Account account) {
        String known = account.demo() ? demo().getProperty(normal(account.username())) : null;
        return known == null ? hash(account.password()) : known;
    }

    /** By user name. */
    static Properties demo() {
        try (InputStream file = Passwords.class.getResourceAsStream("/demo/passwords.properties")) {
            var hashes = new Properties();
            hashes.load(file);
            return hashes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String hash(String password) {
        return pbkdf2.generate(password.toCharArray());
    }

    /** The id of the person with this password. A name that nobody has takes as long as a wrong password. */
    Optional<String> personWith(String username, String password) {
        Optional<PersonStore.Secret> secret = store.secret(normal(username));
        boolean right = pbkdf2.verify(
                password.toCharArray(),
                secret.map(PersonStore.Secret::passwordHash).orElse(NOBODYS));
        return right ? secret.map(PersonStore.Secret::personId) : Optional.empty();
    }

    static String normal(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
