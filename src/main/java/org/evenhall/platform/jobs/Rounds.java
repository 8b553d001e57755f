package org.evenhall.platform.jobs;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A thread that does what there is to do, then sleeps until it is woken, at most a second. It is never interrupted,
 * because an interrupt in the embedded database closes its files.
 */
public final class Rounds implements Runnable {

    private static final Logger LOG = Logger.getLogger(Rounds.class.getName());
    private static final long POLL_MILLIS = 1_000;

    private final String name;
    private final BooleanSupplier step;
    private final Semaphore wakes = new Semaphore(0);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopped;
    private boolean inTrouble;

    /** @param step does one piece of work; false where there was nothing to do */
    public Rounds(String name, BooleanSupplier step) {
        this.name = name;
        this.step = step;
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                if (!worked()) {
                    sleep();
                }
            }
        } finally {
            ended.countDown();
        }
    }

    /** There is something to do. */
    public void wake() {
        wakes.release();
    }

    /** Ends after the present piece of work. */
    public void stop() {
        stopped = true;
        wake();
    }

    /** @return whether it has ended by then */
    public boolean awaitEnd(long atMostMillis) {
        try {
            return ended.await(atMostMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Says once that it is in trouble, and once that it is over: a database may be away for hours. Nothing ends the thread,
     * or all that it does would rest until the next start.
     */
    private boolean worked() {
        try {
            boolean worked = step.getAsBoolean();
            if (inTrouble) {
                LOG.info(name + " goes on");
                inTrouble = false;
            }
            return worked;
        } catch (RuntimeException | Error e) {
            if (!inTrouble && !stopped) {
                LOG.log(Level.WARNING, name + " cannot work; it tries again each second", e);
                inTrouble = true;
            }
            return false;
        }
    }

    private void sleep() {
        try {
            if (wakes.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                wakes.drainPermits();
            }
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }
}
