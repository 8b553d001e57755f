package org.evenhall.spaces;

import java.util.List;

/**
 * A feature whose rows rely on what a space is. It is asked, or told, in the transaction of the change, while the lock of
 * the site is held.
 */
public interface ReliesOnSpaces {

    /**
     * Refuses what would break a promise that was given already.
     *
     * @param present as the space is now
     * @param wanted as it is to be
     * @throws org.evenhall.kernel.Refused as a conflict that says why
     */
    void mustBear(Listed present, Listed wanted);

    /** The site is divided anew: its spaces have other part ranges than before, in the same order. */
    void divided(List<Listed> spaces);
}
