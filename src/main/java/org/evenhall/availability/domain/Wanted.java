package org.evenhall.availability.domain;

import java.util.function.Predicate;
import org.evenhall.spaces.Listed;

/**
 * What a search asks of a space besides its time. Each space is looked at once, however many days are searched, and only
 * when it is free. For one search by one thread.
 */
public final class Wanted {

    private static final byte YES = 1;
    private static final byte NO = 2;

    private final int people;
    private final Predicate<Listed> filter;
    private byte[] answers = {};

    /** @param people how many must fit in */
    public Wanted(int people, Predicate<Listed> filter) {
        this.people = people;
        this.filter = filter;
    }

    int people() {
        return people;
    }

    /** To be called before spaces are asked for, with how many there are. */
    void among(int spaces) {
        if (answers.length != spaces) {
            answers = new byte[spaces];
        }
    }

    boolean test(int ordinal, Listed space) {
        if (answers[ordinal] == 0) {
            answers[ordinal] = filter.test(space) ? YES : NO;
        }
        return answers[ordinal] == YES;
    }
}
