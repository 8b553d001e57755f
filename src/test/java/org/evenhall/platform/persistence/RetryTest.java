package org.evenhall.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.junit.jupiter.api.Test;

class RetryTest {

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void makesTheCallAgainUntilItIsNoLongerTheVictim() throws Exception {
        Object answer = Retry.repeated(() -> {
            if (calls.incrementAndGet() < 3) {
                throw victim("40001");
            }
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(calls).hasValue(3);
    }

    @Test
    void isBusyAfterTheFourthTry() {
        var refused = catchThrowableOfType(
                Refused.class,
                () -> Retry.repeated(() -> {
                    calls.incrementAndGet();
                    throw victim("40P01");
                }));

        assertThat(refused.reason()).isEqualTo(Reason.BUSY);
        assertThat(calls).hasValue(4);
    }

    @Test
    void leavesOtherFailuresAlone() {
        assertThatThrownBy(() -> Retry.repeated(() -> {
                    calls.incrementAndGet();
                    throw victim("23505");
                }))
                .isInstanceOf(SqlFailure.class);
        assertThat(calls).hasValue(1);
    }

    private static RuntimeException victim(String state) {
        return new SqlFailure("x", new SQLException("wrapped", null, 0, new SQLException("inner", state)));
    }
}
