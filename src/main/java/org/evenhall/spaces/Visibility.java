package org.evenhall.spaces;

/** Whatever hides a published space from the public for some days. Asked in every search, so the answer comes from memory. */
@FunctionalInterface
public interface Visibility {

    /** Whether the public may see the space today. */
    boolean allows(Listed space);
}
