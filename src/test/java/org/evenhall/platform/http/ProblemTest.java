package org.evenhall.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.text.Languages;
import org.evenhall.platform.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    @ParameterizedTest
    @EnumSource(Reason.class)
    void isToldForEveryReasonInEveryLanguage(Reason reason) {
        for (Locale locale : Languages.SPOKEN) {
            for (String part : List.of("title", "about", "detail")) {
                assertThat(Messages.has(locale, "problem." + reason.slug() + "." + part))
                        .as(reason + " " + part + " in " + locale)
                        .isTrue();
            }
        }
    }

    @Test
    void isTheDocumentOfTheStandard() {
        var problem = Problem.of(
                Refused.malformed(Violation.of("format", "size", "malformed.whole", "0", 1, 200)), Locale.ENGLISH);

        assertThat(problem.json()).isEqualTo("""
                {"type":"/problems/malformed","title":"The request cannot be read","status":400,\
                "detail":"The request cannot be read as it is.","violations":[{"rule":"format","field":"size",\
                "message":"\\"0\\" came; it must be a whole number from 1 to 200."}]}""");
    }

    @Test
    void saysWhenToTryAgainAndHowToSignIn() {
        assertThat(Problem.of(new Refused(Reason.BUSY, "problem.busy.detail"), Locale.CHINESE)
                        .headers())
                .containsEntry("Retry-After", "1")
                .containsEntry("Content-Language", "zh");
        assertThat(Problem.of(Refusals.ofStatus(401), Locale.ENGLISH).headers())
                .containsEntry("WWW-Authenticate", "Bearer");
    }

    @Test
    void doesNotRepeatAnEndlessId() {
        assertThat(Problem.of(Refused.notFound("space", "x".repeat(5000)), Locale.ENGLISH)
                        .json())
                .hasSizeLessThan(300);
    }

    @Test
    void isTheRefusalInsideWhateverTheServerWrapsItIn() {
        var wrapped = new TransactionalException("x", new IllegalStateException(Refused.notFound("space", "1")));

        assertThat(Refusals.of(wrapped).reason()).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void isBusyWhenTheDatabaseIs() {
        assertThat(Refusals.of(new IllegalStateException(new SQLException("gone", "08006")))
                        .reason())
                .isEqualTo(Reason.BUSY);
    }

    @Test
    void leaksNothingOfWhatNobodyForesaw() {
        var problem = Problem.of(
                Refusals.of(new IllegalStateException("secret", new SQLException("SELECT", "42X05"))), Locale.ENGLISH);

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.json()).doesNotContain("secret", "SELECT", "Exception");
    }
}
