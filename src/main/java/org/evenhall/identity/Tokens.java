package org.evenhall.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.evenhall.identity.store.TokenStore;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;

/**
 * The door to bearer tokens (RFC 6750), by which programs sign in. A token is 256 random bits; whoever reads the
 * database finds only its SHA-256. Each statement stands alone, so that no connection waits while a password is hashed.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Tokens {

    private static final Duration LIFE = Duration.ofHours(12);
    private static final int BYTES = 32;
    private static final String SCHEME = "bearer ";

    private final SecureRandom random = new SecureRandom();

    @Inject
    private Passwords passwords;

    @Inject
    private TokenStore store;

    @Inject
    private Clock clock;

    /** Refused as unauthenticated, in the same words and after the same time, whatever is wrong. */
    public IssuedToken issue(Credentials credentials) {
        mustBeComplete(credentials);
        String person = passwords
                .personWith(credentials.username(), credentials.password())
                .orElseThrow(() -> new Refused(Reason.UNAUTHENTICATED, "problem.unauthenticated.credentials"));
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        store.forgetExpired(now);
        store.add(hash(token), person, now, now.plus(LIFE));
        return new IssuedToken(token, now.plus(LIFE).atOffset(ZoneOffset.UTC));
    }

    /** Whose token it is; empty when it has expired, was revoked, or never was. */
    public Optional<String> personOf(String token) {
        return store.personOf(hash(token), clock.instant());
    }

    /** From now on the token is nobody's. */
    public void revoke(Caller caller, String token) {
        caller.mustBeSignedIn();
        store.remove(hash(token), caller.personId());
    }

    /** The token of an {@code Authorization} header; empty for other schemes. */
    public static Optional<String> inHeader(String authorization) {
        boolean bearer = authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return bearer ? Optional.of(authorization.substring(SCHEME.length()).strip()) : Optional.empty();
    }

    private static void mustBeComplete(Credentials credentials) {
        List<Violation> missing = new ArrayList<>();
        if (credentials.username() == null) {
            missing.add(Violation.of("required", "username", "violation.NotNull"));
        }
        if (credentials.password() == null) {
            missing.add(Violation.of("required", "password", "violation.NotNull"));
        }
        if (!missing.isEmpty()) {
            throw Refused.invalid(missing);
        }
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
