package org.evenhall.platform.persistence;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;

/**
 * What {@link Retried} does: at most four tries, with a pause of random length between them so that two victims do not
 * meet again. Its priority is below that of {@code @Transactional} (PLATFORM_BEFORE + 200), which puts it outside.
 */
@Retried
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class Retry {

    private static final Logger LOG = Logger.getLogger(Retry.class.getName());
    private static final int TRIES = 4;
    private static final int LONGEST_FIRST_PAUSE_MILLIS = 40;

    /** A lock time-out may take ten seconds; nobody waits for four of them. */
    private static final long PATIENCE_NANOS = Duration.ofSeconds(15).toNanos();

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @AroundInvoke
    Object again(InvocationContext call) throws Exception {
        return transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION
                ? repeated(call::proceed)
                : call.proceed();
    }

    static Object repeated(Callable<Object> call) throws Exception {
        long begun = System.nanoTime();
        for (int tries = 1; ; tries++) {
            try {
                return call.call();
            } catch (Exception e) {
                if (!Trouble.isVictim(e)) {
                    throw e;
                }
                if (tries == TRIES || System.nanoTime() - begun > PATIENCE_NANOS) {
                    LOG.log(Level.WARNING, "Given up after " + tries + " tries", e);
                    throw new Refused(Reason.BUSY, "problem.busy.detail");
                }
                pause(LONGEST_FIRST_PAUSE_MILLIS << (tries - 1));
            }
        }
    }

    private static void pause(int atMostMillis) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, atMostMillis + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Reason.BUSY, "problem.busy.detail");
        }
    }
}
