package org.evenhall.proof;

/**
 * The size of a proof. {@code mvn verify} runs each kind at a size that would still catch a missing lock;
 * {@code mvn -Pproof verify} runs it in full.
 */
public final class Size {

    private static final boolean FULL = "full".equals(System.getProperty("evenhall.proof"));

    private Size() {}

    public static boolean isFull() {
        return FULL;
    }

    /** @return {@code small} in {@code mvn verify}, {@code full} in {@code mvn -Pproof verify} */
    public static int rounds(int small, int full) {
        return FULL ? full : small;
    }
}
