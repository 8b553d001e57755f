package org.evenhall.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;

/** The hashes that come with the application are such as it makes. */
class PasswordsTest {

    /** The other accounts are signed in to by tests over HTTP and of pages. */
    @Test
    void thatOfTheDemosAdministratorOpensItsAccount() throws GeneralSecurityException {
        String[] parts = parts(Passwords.demo().getProperty("admin"));
        byte[] hash = Base64.getDecoder().decode(parts[3]);
        var password = new PBEKeySpec(
                "demoadmin".toCharArray(),
                Base64.getDecoder().decode(parts[2]),
                Integer.parseInt(parts[1]),
                8 * hash.length);
        assertThat(SecretKeyFactory.getInstance(parts[0])
                        .generateSecret(password)
                        .getEncoded())
                .isEqualTo(hash);
    }

    @Test
    void theDemosAreMadeAsAllOthersAre() {
        assertThat(Passwords.demo()).hasSize(6);
        Passwords.demo().values().forEach(hash -> parts((String) hash));
    }

    /** Or it would take another time to hear that there is no such account. */
    @Test
    void nobodysCostsAsMuchAsAnyOther() {
        parts(Passwords.NOBODYS);
    }

    private static String[] parts(String hash) {
        String[] parts = hash.split(":");
        assertThat(parts).hasSize(4);
        assertThat(parts[0]).isEqualTo(parameter("Algorithm"));
        assertThat(parts[1]).isEqualTo(parameter("Iterations"));
        assertThat(Base64.getDecoder().decode(parts[2])).hasSize(Integer.parseInt(parameter("SaltSizeBytes")));
        assertThat(Base64.getDecoder().decode(parts[3])).hasSize(Integer.parseInt(parameter("KeySizeBytes")));
        return parts;
    }

    private static String parameter(String name) {
        return Passwords.PARAMETERS.get("Pbkdf2PasswordHash." + name);
    }
}
