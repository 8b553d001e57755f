package org.evenhall.bookings.arrivals;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.evenhall.bookings.store.SigningKeys;
import org.evenhall.platform.Started;

/**
 * Signs the links in reminders, so that whoever holds one may check in without signing in. A signature stands for one
 * booking and nothing else (HMAC with SHA-256, RFC 2104, cut to 128 bits).
 */
@ApplicationScoped
public class Invitations {

    private static final String KEY = "check-in";
    private static final int BYTES = 16;

    private SigningKeys keys;
    private volatile byte[] secret;

    protected Invitations() {}

    @Inject
    public Invitations(SigningKeys keys) {
        this.keys = keys;
    }

    void prepare(@Observes @Priority(Started.DATA) Started started) {
        keys.make(KEY);
    }

    public String signature(String bookingId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(), mac.getAlgorithm()));
            byte[] full = mac.doFinal(bookingId.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isSigned(String bookingId, String signature) {
        return MessageDigest.isEqual(
                signature(bookingId).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] secret() {
        if (secret == null) {
            secret = keys.find(KEY).orElseThrow(() -> new IllegalStateException("There is no key to sign with"));
        }
        return secret;
    }
}
