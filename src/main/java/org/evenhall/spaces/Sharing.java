package org.evenhall.spaces;

/** Whether a space is given to one booking as a whole, or to several by places. */
public enum Sharing {
    WHOLE,
    PLACES
}
