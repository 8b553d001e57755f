package org.evenhall.identity;

import java.time.OffsetDateTime;

/** A token, told this once; only its hash is kept. */
public record IssuedToken(String token, OffsetDateTime expiresAt) {

    @Override
    public String toString() {
        return "IssuedToken[until " + expiresAt + "]";
    }
}
